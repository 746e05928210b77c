import { commands, window, type Disposable } from "vscode";
import { OzError } from "../oz/http/errors";
import { COMMAND_IDS, type JobId } from "./commandIds";
import type { Services } from "./services";
import { UserError } from "./userError";

/** Registers every command, and what opens links, in the one wrapper: log, run, one sentence for an error. */
export function registerCommands(services: Services): Disposable[] {
  return [
    ...COMMAND_IDS.map((id) =>
      // eslint-disable-next-line no-restricted-syntax -- the one place
      commands.registerCommand(id, (argument: unknown) => run(id, services, argument)),
    ),
    window.registerUriHandler({ handleUri: (uri) => run("link", services, uri) }),
  ];
}

async function run(id: JobId, services: Services, argument: unknown): Promise<void> {
  services.log.info(`Command ${id}`);
  try {
    const { COMMANDS } = await import("./commands");
    await COMMANDS[id](services, argument);
  } catch (error) {
    void tell(id, services, error);
  }
}

async function tell(id: JobId, { log, showLog: show }: Services, error: unknown): Promise<void> {
  if (error instanceof OzError && error.reason === "cancelled") return;
  const expected = error instanceof OzError || error instanceof UserError;
  log.error(
    `${id}: ${error instanceof Error ? ((expected ? undefined : error.stack) ?? error.message) : "threw"}`,
  );
  const sentence = expected ? error.message : "Oz Inspector could not do that: the log says why.";
  const OPEN_LOG = "Open Log";
  if ((await window.showErrorMessage(sentence, OPEN_LOG)) === OPEN_LOG) show();
}
