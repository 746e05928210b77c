import * as l10n from "@vscode/l10n";
import { commands, window, type Disposable } from "vscode";
import { NotSavedError } from "../base/boundedMemento";
import { COMMANDS, type CommandName } from "../ids";
import { OzError } from "../oz/http/ozError";
import { errorSentence } from "../views/text/failureText";
import { UserError, type JobName, type Services } from "./command";

/**
 * Registers every command and the handler of links in one wrapper, which logs the job, runs it and shows an error as one
 * sentence.
 * @param showLog shows the log to the user
 */
export function registerCommands(services: Services, showLog: () => void): Disposable[] {
  const { log } = services;
  const run = async (name: JobName, argument: unknown): Promise<void> => {
    const id = name === "link" ? name : COMMANDS[name];
    log.info(`Command ${id}`);
    try {
      if (name === "showLog") showLog();
      else await (await import("./commands")).JOBS[name](services, argument);
    } catch (error) {
      if (error instanceof OzError && error.reason === "cancelled") return;
      log.error(`${id}: ${inLog(error)}`);
      const sentence = sentenceOf(error) ?? l10n.t("Something went wrong. See the log.");
      const isOutdated = error instanceof OzError && error.reason === "outdatedWindow";
      void (isOutdated ? offerReload(sentence) : show(sentence));
    }
  };
  const show = async (sentence: string): Promise<void> => {
    const button = l10n.t("Show Log");
    if ((await window.showErrorMessage(sentence, button)) === button) showLog();
  };
  return [
    ...(Object.keys(COMMANDS) as CommandName[]).map((name) =>
      // eslint-disable-next-line no-restricted-syntax -- the only place
      commands.registerCommand(COMMANDS[name], (argument: unknown) => run(name, argument)),
    ),
    window.registerUriHandler({ handleUri: (uri) => run("link", uri) }),
  ];
}

async function offerReload(sentence: string): Promise<void> {
  const reload = l10n.t("Reload Window");
  if ((await window.showErrorMessage(sentence, reload)) === reload)
    await commands.executeCommand("workbench.action.reloadWindow");
}

/** @returns what to tell the user; undefined for an error that nobody expected */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof OzError) return errorSentence(error, Date.now());
  return error instanceof UserError || error instanceof NotSavedError ? error.message : undefined;
}

/**
 * Without the words of a server, which may have personal data. A sentence for the user is in their language, so its kind
 * stands before it.
 */
function inLog(error: unknown): string {
  if (error instanceof OzError)
    return error.status === undefined ? error.reason : `${error.reason}, status ${error.status}`;
  if (error instanceof UserError) return `UserError: ${error.message}`;
  return error instanceof NotSavedError ? `NotSavedError: ${error.message}` : stackOf(error);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : "threw something that is not an error";
}
