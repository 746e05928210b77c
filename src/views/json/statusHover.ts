import { Hover, MarkdownString, type HoverProvider, type Position, type TextDocument } from "vscode";
import { MAX_HOVERED_LINE } from "../../base/limits";
import { meaningOf, noteOn, type StatusField } from "../../status/allowedStatuses";
import { FINDING_CODES } from "../../status/finding";
import { present } from "../../status/presentation";
import { readStatus } from "../../status/status";
import { readJsonUri } from "../documentUri";
import { escapeMarkdown } from "../text/markdown";
import { jsonPathAt, type JsonPath } from "./jsonPath";
import { plainReason } from "./prettyJson";

/** The members of a folder and of an analysis that hold a status. */
const FOLDER_FIELDS = new Map<unknown, StatusField>([
  ["resolution_status", "folderStatus"],
  ["system_resolution", "folderResult"],
]);
const ANALYSIS_FIELDS = new Map<unknown, StatusField>([
  ["state", "analysisState"],
  ["resolution_status", "analysisResult"],
  ["resolution", "analysisResult"],
]);

/** A line with a member whose value is a string. */
const MEMBER = /^(\s*"[a-z_]+": )("(?:[^"\\]|\\.)*"),?$/;

/** Shows what a status in a JSON document means. */
export const statusHover: HoverProvider = {
  provideHover(document: TextDocument, position: Position): Hover | undefined {
    const { range, text: line } = document.lineAt(position);
    if (line.length > MAX_HOVERED_LINE) return undefined;
    const [, before = "", value = ""] = MEMBER.exec(line) ?? [];
    if (value === "" || position.character < before.length) return undefined;
    const json = document.getText();
    if (plainReason(json) !== undefined) return undefined;
    const path = jsonPathAt(json, document.offsetAt(position));
    const isAnalysis = readJsonUri(document.uri)?.analysisId !== undefined;
    const found = statusMeaning(isAnalysis ? ["analyses", 0, ...path] : path, JSON.parse(value));
    if (!found) return undefined;
    const { label, meaning, note } = found;
    const markdown = new MarkdownString(`**${escapeMarkdown(label)}**: ${escapeMarkdown(meaning)}`);
    if (note !== undefined) markdown.appendMarkdown(`\n\n${escapeMarkdown(note)}`);
    const begin = range.start.translate(0, before.length);
    return new Hover(markdown, range.with(begin, begin.translate(0, value.length)));
  },
};

/** What a status means in its field. */
export interface StatusMeaning {
  readonly label: string;
  /** As the Oz API documentation has it. */
  readonly meaning: string;
  /** What else to know of it, in a sentence. */
  readonly note: string | undefined;
}

/**
 * @param path from the root of a folder to a member
 * @param raw the member's value, any JSON
 * @returns what it means; undefined if the member holds no status
 */
export function statusMeaning(path: JsonPath, raw: unknown): StatusMeaning | undefined {
  const [list, , name] = path;
  const folderField = path.length === 1 ? FOLDER_FIELDS.get(list) : undefined;
  const field = path.length === 3 && list === "analyses" ? ANALYSIS_FIELDS.get(name) : folderField;
  const status = readStatus(raw);
  if (!field || status === undefined) return undefined;
  const { label } = present(status, String(raw));
  const finding = status === "UNKNOWN" ? FINDING_CODES.unknownWord : FINDING_CODES.valueOutOfPlace;
  // Older servers write the result into the folder's status.
  const older = field === "folderStatus" ? meaningOf(status, "folderResult") : undefined;
  const note = noteOn(status, field);
  return { label, note, meaning: meaningOf(status, field) ?? older ?? finding.description() };
}
