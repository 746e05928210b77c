import { release } from "node:os";
import * as l10n from "@vscode/l10n";
import { env, extensions, UIKind, version, window, workspace, type TextDocument } from "vscode";
import { textMember } from "../../base/readJson";
import { EXTENSION } from "../../ids";
import type { Command, Services } from "../command";
import { copyText } from "../copy/copyText";
import { openUrl } from "../openUrl";
import { reportedSettings } from "./reportedSettings";
import { reportText } from "./reportText";

const REMOTES: ReadonlySet<string> = new Set([
  "none",
  "attached-container",
  "codespaces",
  "dev-container",
  "ssh-remote",
  "tunnel",
  "wsl",
]);

/** The report of the last time. */
let lastReport: TextDocument | undefined;

/**
 * Opens a report as a document that the user completes, and offers to copy it and open the page for issues. While it is
 * open, offers that again, as a notice may be gone before the report is complete. Sends nothing.
 */
export const reportIssue: Command = async (services) => {
  const report = workspace.textDocuments.find((open) => open === lastReport) ?? (await openReport(services));
  lastReport = report;
  await window.showTextDocument(report);
  await offerToCopy(report);
};

async function openReport(services: Services): Promise<TextDocument> {
  const content = reportText(factsOf(services));
  return workspace.openTextDocument({ language: "markdown", content });
}

async function offerToCopy(report: TextDocument): Promise<void> {
  const copy = l10n.t("Copy and Open Issues");
  const sentence = l10n.t("Complete the report. Nothing has been sent.");
  if ((await window.showInformationMessage(sentence, copy)) !== copy) return;
  await copyText(report.getText(), l10n.t("Copied the report. Paste it into the new issue."));
  await openUrl(new URL(`${textMember(manifest(), "bugs")}/new`));
}

function factsOf({ connections, folders, log }: Services): Parameters<typeof reportText>[0] {
  return {
    versions: {
      "Oz Inspector": textMember(manifest(), "version") ?? "unknown",
      [env.appName]: `${version}, ${env.uiKind === UIKind.Web ? "in a browser" : "desktop"}`,
      Remote: remoteKind(),
      System: `${process.platform} ${process.arch} ${release()}`,
      Node: process.versions.node,
      Language: env.language,
    },
    settings: reportedSettings(),
    connections: connections.all,
    signedIn: connections.signedIn,
    watched: folders.watches.ids.length,
    log: log.lines,
  };
}

/** In a browser the name of a remote may be its address. */
function remoteKind(): string {
  const { remoteName = "none" } = env;
  return REMOTES.has(remoteName) ? remoteName : "of another kind";
}

function manifest(): unknown {
  return extensions.getExtension(EXTENSION)?.packageJSON;
}
