import * as l10n from "@vscode/l10n";
import { MarkdownString } from "vscode";
import type { MetaDataCondition } from "../../folders/filter/folderFilter";
import type { LoadedMatch } from "../../folders/search/findLoaded";
import { COMMANDS, type CommandId } from "../../ids";
import type { Finding } from "../../status/finding";
import { shortAge } from "../text/formatTime";
import { escapeMarkdown } from "../text/markdown";
import { analysisTooltip, findingLines, type FolderTooltip } from "../tree/tooltip";

/** What the hover of a known ID depends on, besides the folder. */
export interface HoverFacts {
  /** The folder's findings that the user wants to see. */
  readonly findings: readonly Finding[];
  readonly tooltip: FolderTooltip;
  readonly isWatched: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A title, the command it runs, and what is passed to it. */
type Link = readonly [title: string, command: CommandId, argument: string | MetaDataCondition];

/**
 * @param id in lower case with dashes
 * @returns what the tree shows of the folder or the analysis, its age, and links to commands
 */
export function knownIdHover(
  id: string,
  { folder, analysis }: LoadedMatch,
  { findings, tooltip, isWatched, now }: HoverFacts,
): MarkdownString[] {
  const createdAt = analysis?.createdAt ?? folder.createdAt;
  const ages = createdAt === undefined ? [] : [[l10n.t("Age"), shortAge(createdAt, now)] as const];
  // Its own lines tell why it failed.
  const about = findings.filter(
    ({ analysisIds, code }) => analysisIds.includes(analysis?.id ?? "") && code !== "analysisFailed",
  );
  return [
    analysis
      ? analysisTooltip(analysis, folder, [[l10n.t("Folder"), folder.id], ...ages, ...findingLines(about)])
      : tooltip(folder, ages),
    links(
      [l10n.t("Reveal"), COMMANDS.lookUpFolder, id],
      [l10n.t("Explain"), COMMANDS.explainResult, folder.id],
      [l10n.t("Open JSON"), COMMANDS.openJson, id],
      isWatched
        ? [l10n.t("Stop watching"), COMMANDS.unwatchFolder, folder.id]
        : [l10n.t("Watch"), COMMANDS.watchFolder, folder.id],
    ),
  ];
}

/**
 * @param id as it was written where the mouse is
 * @param connection its name
 * @param failure why the ID is unknown, in a sentence; undefined if the server has not been asked
 * @returns a link that looks the ID up, below the failure
 */
export function unknownIdHover(
  id: string,
  connection: string,
  failure: string | undefined,
): MarkdownString[] {
  const name = escapeMarkdown(connection, { limit: 60 });
  return [
    ...(failure === undefined ? [] : [new MarkdownString(escapeMarkdown(failure, { limit: 400 }))]),
    links([l10n.t("Look up in {0}", name), COMMANDS.lookUpFolder, id]),
  ];
}

/**
 * @param connection its name
 * @returns a link that looks metadata up
 */
export function metaDataHover({ key, value }: MetaDataCondition, connection: string): MarkdownString[] {
  const [name, keyName] = [connection, key].map((text) => escapeMarkdown(text, { limit: 60 }));
  return [
    links([l10n.t("Look up {0} in {1}", keyName ?? "", name ?? ""), COMMANDS.lookUpFolder, { key, value }]),
  ];
}

/**
 * The only trusted Markdown, kept apart from a server's texts: it holds our own titles, and IDs or metadata to look up,
 * encoded so that nothing in them is Markdown.
 */
function links(...all: readonly Link[]): MarkdownString {
  const texts = all.map(
    ([title, command, argument]) => `[${title}](command:${command}?${encoded(JSON.stringify([argument]))})`,
  );
  const markdown = new MarkdownString(texts.join(" · "));
  // eslint-disable-next-line no-restricted-syntax -- only these commands, and nothing from a server
  markdown.isTrusted = { enabledCommands: all.map(([, command]) => command) };
  return markdown;
}

/** As `encodeURIComponent`, and what it leaves that Markdown reads: a bracket would end the link. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
