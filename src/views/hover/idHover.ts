import { MarkdownString } from "vscode";
import type { LoadedMatch } from "../../folders/search/findLoaded";
import { COMMANDS, type CommandId } from "../../ids";
import type { Finding } from "../../status/finding";
import { age } from "../text/formatTime";
import { escapeMarkdown } from "../text/markdown";
import { analysisTooltip, findingLines, folderTooltip } from "../tree/tooltip";

/** What the hover over a known id needs to know beside the folder. */
export interface HoverFacts {
  /** Those of the folder that the user wants to see. */
  readonly findings: readonly Finding[];
  readonly isWatched: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A title, a command of ours, and the id that it is given. */
type Link = readonly [title: string, command: CommandId, id: string];

/**
 * @param id in lower case with dashes
 * @returns what the tree tells of the folder or the analysis, its age, and links to do something with it
 */
export function knownIdHover(
  id: string,
  { folder, analysis }: LoadedMatch,
  { findings, isWatched, now }: HoverFacts,
): MarkdownString[] {
  const createdAt = analysis?.createdAt ?? folder.createdAt;
  const ages = createdAt === undefined ? [] : [["Age", age(createdAt, now).replace(" ago", "")] as const];
  const about = findings.filter(({ analysisIds }) => analysisIds.includes(analysis?.id ?? ""));
  return [
    analysis
      ? analysisTooltip(analysis, [["Folder", folder.id], ...ages, ...findingLines(about)])
      : folderTooltip(folder, findings, ages),
    links(
      ["Reveal", COMMANDS.lookUpFolder, id],
      ["Explain", COMMANDS.explainResult, folder.id],
      ["Open JSON", COMMANDS.openJson, id],
      isWatched
        ? ["Stop watching", COMMANDS.unwatchFolder, folder.id]
        : ["Watch", COMMANDS.watchFolder, folder.id],
    ),
  ];
}

/**
 * @param connection its name
 * @param failure one sentence that says why the id is not known; undefined where nobody was asked
 * @returns one quiet line that asks the server when it is clicked, below why it is needed
 */
export function unknownIdHover(
  id: string,
  connection: string,
  failure: string | undefined,
): MarkdownString[] {
  const name = escapeMarkdown(connection, { limit: 60 });
  return [
    ...(failure === undefined ? [] : [new MarkdownString(escapeMarkdown(failure, { limit: 400 }))]),
    links([`Look up in ${name}`, COMMANDS.lookUpFolder, id]),
  ];
}

/** What is trusted stands by itself, apart from all that a server sent: titles of ours, and ids. */
function links(...all: readonly Link[]): MarkdownString {
  const texts = all.map(
    ([title, command, id]) => `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([id]))})`,
  );
  const markdown = new MarkdownString(texts.join(" · "));
  // eslint-disable-next-line no-restricted-syntax -- no other command, and nothing from a server
  markdown.isTrusted = { enabledCommands: all.map(([, command]) => command) };
  return markdown;
}
