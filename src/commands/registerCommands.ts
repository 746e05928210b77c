import { commands, window, type Disposable } from "vscode";
import type { Log } from "../base/log/log";
import { COMMANDS, type CommandName } from "../ids";
import { OzError } from "../oz/http/ozError";
import { UserError, type JobName, type Services } from "./command";

const SHOW_LOG = "Show Log";

/**
 * Registers every command and the handler of links in one wrapper, which logs the job, runs it and shows an error as one
 * sentence.
 * @param showLog shows the log to the user
 */
export function registerCommands(services: Services, log: Log, showLog: () => void): Disposable[] {
  const run = async (name: JobName, argument: unknown): Promise<void> => {
    const id = name === "link" ? name : COMMANDS[name];
    log.info(`Command ${id}`);
    try {
      if (name === "showLog") showLog();
      else await (await import("./commands")).JOBS[name](services, argument);
    } catch (error) {
      if (error instanceof OzError && error.reason === "cancelled") return;
      const expected = error instanceof OzError || error instanceof UserError ? error.message : undefined;
      log.error(`${id}: ${expected ?? stackOf(error)}`);
      void show(expected ?? "Something went wrong. See the log.");
    }
  };
  const show = async (sentence: string): Promise<void> => {
    if ((await window.showErrorMessage(sentence, SHOW_LOG)) === SHOW_LOG) showLog();
  };
  return [
    ...(Object.keys(COMMANDS) as CommandName[]).map((name) =>
      // eslint-disable-next-line no-restricted-syntax -- the only place
      commands.registerCommand(COMMANDS[name], (argument: unknown) => run(name, argument)),
    ),
    window.registerUriHandler({ handleUri: (uri) => run("link", uri) }),
  ];
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : "threw something that is not an error";
}
