import * as l10n from "@vscode/l10n";
import { exactJson } from "../../base/exactJson";
import { counted } from "../../base/language";
import { MAX_COPIED_METADATA, MAX_COPIED_SCORES, MAX_SENTENCE } from "../../base/limits";
import type { JsonObject } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";
import { readMedia, type Medium } from "../../oz/model/media";
import type { Finding } from "../../status/finding";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "../../status/resolution";
import { escapeUnits } from "../json/prettyJson";
import { analysisLabel, errorInWords, presentAnalysis } from "./analysisText";
import { differingResult } from "./folderText";
import { groupFacts, presentGroup } from "./groupText";
import { code, literalMarkdown } from "./markdown";
import { mediumInWords, mediumLabel } from "./mediumText";
import { scoreInWords } from "./scoreText";
import { shortVerdict } from "./verdict";

/** Invisible characters, and those that could end the code block. In JSON they only occur in strings. */
const UNSAFE = /[^\P{C}\n]|[\p{Zl}\p{Zp}`]/gu;

export interface SummaryOptions {
  /** Those that the user wants to see. */
  readonly findings: readonly Finding[];
  /** Whether to include personal data: metadata, file names, links and the operator's comment. */
  readonly includePersonalData: boolean;
}

/** @returns a folder as Markdown for an issue or a chat; times are UTC */
export function summary(folder: OzFolder, { findings, includePersonalData }: SummaryOptions): string {
  const { id, resolution, createdAt, updatedAt, json, metaData, operatorComment } = folder;
  const media = includePersonalData ? readMedia(json) : [];
  return [
    `**${literalMarkdown(shortVerdict(resolution), MAX_SENTENCE)}** ${l10n.t("Folder {0}", code(id))}`,
    "",
    ...serverWords(resolution),
    ...(includePersonalData && operatorComment !== undefined
      ? [`- ${code("operator_comment")}: ${literalMarkdown(operatorComment)}`]
      : []),
    ...times([
      [l10n.t("Created"), createdAt],
      [l10n.t("Updated"), updatedAt],
    ]),
    ...resolution.groups.flatMap((group) => groupLines(group, resolution)),
    ...findings.map(findingLine),
    ...(media.length > 0 ? [`- ${l10n.t("Media")}`, ...media.map(mediumLine)] : []),
    ...(includePersonalData && metaData ? ["", l10n.t("Metadata:"), "", metaDataBlock(metaData)] : []),
    "",
  ].join("\n");
}

function serverWords(resolution: FolderResolution): string[] {
  const said = Object.entries(resolution.words).flatMap(([name, word]) =>
    word === undefined ? [] : `${code(name)} ${code(word)}`,
  );
  const computed = differingResult(resolution);
  return [
    ...(said.length > 0 ? [`- ${l10n.t("Server: {0}", said.join(", "))}`] : []),
    ...(computed === undefined ? [] : [`- ${l10n.t("Computed from analyses: {0}", computed)}`]),
  ];
}

function times(all: readonly (readonly [string, number | undefined])[]): string[] {
  const known = all.flatMap(([name, time]) => (time === undefined ? [] : `${name} ${utc(time)}`));
  return known.length > 0 ? [`- ${known.join(", ")}`] : [];
}

function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function groupLines(group: GroupResolution, resolution: FolderResolution): string[] {
  const { createdAt, analyses } = group;
  const title = createdAt === undefined ? l10n.t("Group") : l10n.t("Group posted at {0}", utc(createdAt));
  const facts = [
    `- ${title}: ${literalMarkdown(presentGroup(group).label)}`,
    ...groupFacts(group, resolution, utc),
  ];
  return [facts.join(", "), ...analyses.map(analysisLine)];
}

function analysisLine(analysis: AnalysisResolution): string {
  const { id, scores, error } = analysis;
  const more = scores.length - MAX_COPIED_SCORES;
  const facts = [
    literalMarkdown(presentAnalysis(analysis).label),
    ...scores.slice(0, MAX_COPIED_SCORES).map((score) => literalMarkdown(scoreInWords(score))),
    ...(more > 0 ? [counted(l10n.t("{0} more score in the JSON|{0} more scores in the JSON"), more)] : []),
    ...(error ? [literalMarkdown(errorInWords(analysis))] : []),
    ...(id === undefined ? [] : [code(id)]),
  ];
  return `  - ${literalMarkdown(analysisLabel(analysis))}: ${facts.join(", ")}`;
}

function mediumLine(medium: Medium): string {
  const { id, link } = medium;
  const facts = [
    literalMarkdown(mediumInWords(medium)),
    ...[id, link?.href].flatMap((part) => (part ? code(part) : [])),
  ];
  return `  - ${literalMarkdown(mediumLabel(medium))}: ${facts.join(", ")}`;
}

function findingLine({ severity, code: name, message }: Finding): string {
  return `- ${severity === "info" ? "" : "⚠ "}${code(name)}: ${literalMarkdown(message)}`;
}

/** @returns metadata as a code block that nothing in it can end; cut if it is too long */
export function metaDataBlock(metaData: JsonObject): string {
  const json = stringify(metaData);
  const cut = json.length > MAX_COPIED_METADATA ? `${json.slice(0, MAX_COPIED_METADATA)}…` : json;
  return `\`\`\`json\n${cut.replace(UNSAFE, escapeUnits)}\n\`\`\``;
}

function stringify(metaData: JsonObject): string {
  try {
    return exactJson(metaData, "  ");
  } catch {
    return l10n.t("nested too deeply to be shown");
  }
}
