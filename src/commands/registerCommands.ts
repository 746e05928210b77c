import { commands, window, type Disposable } from "vscode";
import { OzError } from "../oz/errors";
import { COMMAND_IDS, type CommandId } from "./commandIds";
import { copyId } from "./copyId";
import { loadMore } from "./loadMore";
import { lookUpFolder } from "./lookUpFolder";
import { openJson } from "./openJson";
import { openSandbox } from "./openSandbox";
import { refresh } from "./refresh";
import { refreshFolder } from "./refreshFolder";
import type { Command, Services } from "./services";
import { showLog } from "./showLog";
import { signIn } from "./signIn";
import { signOut } from "./signOut";
import { unwatchFolder } from "./unwatchFolder";
import { UserError } from "./userError";
import { watchFolder } from "./watchFolder";

const COMMANDS: Readonly<Record<CommandId, Command>> = {
  "ozInspector.signIn": signIn,
  "ozInspector.signOut": signOut,
  "ozInspector.openSandbox": openSandbox,
  "ozInspector.refresh": refresh,
  "ozInspector.refreshFolder": refreshFolder,
  "ozInspector.loadMore": loadMore,
  "ozInspector.lookUpFolder": lookUpFolder,
  "ozInspector.openJson": openJson,
  "ozInspector.watchFolder": watchFolder,
  "ozInspector.unwatchFolder": unwatchFolder,
  "ozInspector.copyId": copyId,
  "ozInspector.showLog": showLog,
};

/** Registers every command in the one wrapper: log, run, one sentence for an error. */
export function registerCommands(services: Services): Disposable[] {
  return COMMAND_IDS.map((id) =>
    // eslint-disable-next-line no-restricted-syntax -- the one place
    commands.registerCommand(id, (argument: unknown) => run(id, services, argument)),
  );
}

async function run(id: CommandId, services: Services, argument: unknown): Promise<void> {
  services.log.info(`Command ${id}`);
  try {
    await COMMANDS[id](services, argument);
  } catch (error) {
    void tell(id, services, error);
  }
}

async function tell(id: CommandId, { log, showLog: show }: Services, error: unknown): Promise<void> {
  if (error instanceof OzError && error.reason === "cancelled") return;
  const expected = error instanceof OzError || error instanceof UserError;
  log.error(
    `${id}: ${error instanceof Error ? ((expected ? undefined : error.stack) ?? error.message) : "threw"}`,
  );
  const sentence = expected ? error.message : "Oz Inspector could not do that: the log says why.";
  const OPEN_LOG = "Open Log";
  if ((await window.showErrorMessage(sentence, OPEN_LOG)) === OPEN_LOG) show();
}
