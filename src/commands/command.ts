import type { KeptLog } from "../base/log/log";
import type { ConnectionManager } from "../connections/connectionManager";
import type { Folders } from "../folders/folders";
import type { CommandName } from "../ids";
import type { Documents } from "../views/documents";
import type { FoldersView } from "../views/foldersView";

/** What commands work with. */
export interface Services {
  readonly connections: ConnectionManager;
  readonly folders: Folders;
  readonly list: FoldersView;
  readonly documents: Documents;
  readonly log: KeptLog;
}

/** A command. Its argument comes from a menu, from another extension or is missing: it can be anything. */
export type Command = (services: Services, argument: unknown) => Promise<void> | void;

/**
 * What `registerCommands` runs: a command, or the handler of links or of what is chosen in the overview. Those are no
 * commands, because other extensions can run any command without asking the user.
 */
export type JobName = CommandName | "link" | "overview";

/** A problem that the user can fix, in one sentence for the screen. */
export class UserError extends Error {}
