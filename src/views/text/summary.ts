import type { JsonObject } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";
import { readMedia, type Medium } from "../../oz/model/media";
import type { Finding } from "../../status/finding";
import { present } from "../../status/presentation";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "../../status/resolution";
import { escapeUnits } from "../json/prettyJson";
import { analysisLabel, namedScore, presentAnalysis } from "./analysisText";
import { resultInWords } from "./folderText";
import { code, literalMarkdown } from "./markdown";
import { mediumInWords, mediumLabel } from "./mediumText";

/** An analysis of many files has a score for each. */
const MAX_SCORES = 10;

/** Characters of metadata. GitHub takes 65,536 in all. */
const MAX_METADATA_LENGTH = 20_000;

/** Invisible characters, and those that could end the code block. In JSON they only occur in strings. */
const UNSAFE = /[^\P{C}\n]|[\p{Zl}\p{Zp}`]/gu;

export interface SummaryOptions {
  /** Those that the user wants to see. */
  readonly findings: readonly Finding[];
  /** Whether to include personal data: metadata, file names and links. */
  readonly includePersonalData: boolean;
}

/** @returns a folder as Markdown for an issue or a chat; times are UTC */
export function summary(folder: OzFolder, { findings, includePersonalData }: SummaryOptions): string {
  const { id, resolution, createdAt, updatedAt, json, metaData } = folder;
  const media = includePersonalData ? readMedia(json) : [];
  return [
    `**${literalMarkdown(resultInWords(resolution))}**, folder ${code(id)}`,
    "",
    ...serverWords(resolution),
    ...times([
      ["Created", createdAt],
      ["Updated", updatedAt],
    ]),
    ...resolution.groups.flatMap((group) => groupLines(group, resolution)),
    ...findings.map(findingLine),
    ...(media.length > 0 ? ["- Media", ...media.map(mediumLine)] : []),
    ...(includePersonalData && metaData ? ["", "Metadata:", "", metaDataBlock(metaData)] : []),
    "",
  ].join("\n");
}

function serverWords({ rawStatus, rawResult, computed, result }: FolderResolution): string[] {
  const raw = Object.entries({ resolution_status: rawStatus, system_resolution: rawResult });
  const words = raw.flatMap(([name, word]) => (word === undefined ? [] : `${code(name)} ${code(word)}`));
  return [
    ...(words.length > 0 ? [`- Server: ${words.join(", ")}`] : []),
    ...(computed && computed.result !== result
      ? [`- Computed from analyses: ${present(computed.result).label}`]
      : []),
  ];
}

function times(all: readonly (readonly [string, number | undefined])[]): string[] {
  const known = all.flatMap(([name, time]) => (time === undefined ? [] : `${name} ${utc(time)}`));
  return known.length > 0 ? [`- ${known.join(", ")}`] : [];
}

function utc(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function groupLines(group: GroupResolution, { deciding }: FolderResolution): string[] {
  const { id, createdAt, finishedAt, analyses, result } = group;
  const facts = [
    `- Group${createdAt === undefined ? "" : ` posted at ${utc(createdAt)}`}: ${present(result).label}`,
    ...(finishedAt === undefined ? [] : [`finished ${utc(finishedAt)}`]),
    ...(id === deciding?.groupId ? ["decides"] : []),
  ];
  return [facts.join(", "), ...analyses.map(analysisLine)];
}

function analysisLine(analysis: AnalysisResolution): string {
  const { id, scores, error } = analysis;
  const facts = [
    literalMarkdown(presentAnalysis(analysis).label),
    ...scores.slice(0, MAX_SCORES).map(namedScore),
    ...[error?.code, error?.message].flatMap((part) =>
      part === undefined ? [] : `error ${literalMarkdown(part)}`,
    ),
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
  const cut = json.length > MAX_METADATA_LENGTH ? `${json.slice(0, MAX_METADATA_LENGTH)}…` : json;
  return `\`\`\`json\n${cut.replace(UNSAFE, escapeUnits)}\n\`\`\``;
}

function stringify(metaData: JsonObject): string {
  try {
    return JSON.stringify(metaData, undefined, 2);
  } catch {
    return "nested too deeply to be shown";
  }
}
