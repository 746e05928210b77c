import type { Log } from "../base/log/log";
import type { Memento } from "../base/memento";
import type { ConnectionManager } from "../connections/connectionManager";
import type { Folders } from "../folders/folders";
import { type CommandName } from "../ids";
import type { Views } from "../views/views";

/** What commands work with. */
export interface Services {
  readonly connections: ConnectionManager;
  readonly folders: Folders;
  readonly views: Views;
  readonly log: Log;
  /** The same in all windows. */
  readonly memory: Memento;
  /** The extension's own, by which links find it. */
  readonly extensionId: string;
  /** Shows the log to the user. */
  readonly showLog: () => void;
}

/** What runs as commands do. A link is none: VS Code asks before it opens one, and other extensions run commands. */
export type JobName = CommandName | "link";

/** What a command does. Its argument comes from a menu, another extension or nowhere: it can be anything. */
export type Command = (services: Services, argument: unknown) => Promise<void> | void;
