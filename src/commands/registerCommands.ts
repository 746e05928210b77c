import { commands, window, type Disposable } from "vscode";
import { COMMANDS, type CommandName } from "../ids";
import { OzError } from "../oz/http/errors";
import type { JobName, Services } from "./services";
import { UserError } from "./userError";

/** Registers every command, and what opens links, in the one wrapper: log, run, one sentence for an error. */
export function registerCommands(services: Services): Disposable[] {
  return [
    ...(Object.keys(COMMANDS) as CommandName[]).map((name) =>
      // eslint-disable-next-line no-restricted-syntax -- the one place
      commands.registerCommand(COMMANDS[name], (argument: unknown) =>
        run(name, COMMANDS[name], services, argument),
      ),
    ),
    window.registerUriHandler({ handleUri: (uri) => run("link", "link", services, uri) }),
  ];
}

/** @param id by which the log names the job */
async function run(name: JobName, id: string, services: Services, argument: unknown): Promise<void> {
  services.log.info(`Command ${id}`);
  try {
    const { JOBS } = await import("./commands");
    await JOBS[name](services, argument);
  } catch (error) {
    void tell(id, services, error);
  }
}

async function tell(id: string, { log, showLog: show }: Services, error: unknown): Promise<void> {
  if (error instanceof OzError && error.reason === "cancelled") return;
  const expected = error instanceof OzError || error instanceof UserError;
  log.error(
    `${id}: ${error instanceof Error ? ((expected ? undefined : error.stack) ?? error.message) : "threw"}`,
  );
  const sentence = expected ? error.message : "Something went wrong. See the log.";
  const OPEN_LOG = "Open Log";
  if ((await window.showErrorMessage(sentence, OPEN_LOG)) === OPEN_LOG) show();
}
