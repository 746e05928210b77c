import * as l10n from "@vscode/l10n";
import { commands, window, type Disposable } from "vscode";
import { COMMANDS, type CommandName } from "../ids";
import { OzError } from "../oz/http/ozError";
import type { JobName, Services } from "./command";
import { inLog, sentenceOf } from "./errorWords";

/**
 * Registers every command and the handler of links in one wrapper, which logs the job, runs it and shows an error as one
 * sentence.
 * @param showLog shows the log to the user
 */
export function registerCommands(services: Services, showLog: () => void): Disposable[] {
  const { documents, log } = services;
  const run = async (name: JobName, argument: unknown): Promise<void> => {
    const id = name === "link" || name === "overview" ? name : COMMANDS[name];
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
    documents.overview.onDidReceiveMessage((message) => void run("overview", message)),
  ];
}

async function offerReload(sentence: string): Promise<void> {
  const reload = l10n.t("Reload Window");
  if ((await window.showErrorMessage(sentence, reload)) === reload)
    await commands.executeCommand("workbench.action.reloadWindow");
}
