import { meaningOf, type StatusField } from "../../status/allowedStatuses";
import { FINDING_CODES } from "../../status/finding";
import { present } from "../../status/presentation";
import { readStatus } from "../../status/status";
import type { JsonPath } from "./jsonPath";

/** The members of a folder and of an analysis that hold a status word. */
const FOLDER = new Map<unknown, StatusField>([
  ["resolution_status", "folderStatus"],
  ["system_resolution", "folderResult"],
]);
const ANALYSIS = new Map<unknown, StatusField>([
  ["state", "analysisState"],
  ["resolution_status", "analysisResult"],
  ["resolution", "analysisResult"],
]);

/** What a status word says in its place. */
export interface StatusMeaning {
  readonly label: string;
  /** What a screen reader says of it. */
  readonly spoken: string;
  /** What the status document says of it. */
  readonly meaning: string;
}

/**
 * @param path from the root of a folder to a member
 * @param raw the member's value, any JSON
 * @returns what it means; undefined where the member holds no status word
 */
export function statusMeaning(path: JsonPath, raw: unknown): StatusMeaning | undefined {
  const [list, , name] = path;
  const folder = path.length === 1 ? FOLDER.get(list) : undefined;
  const field = path.length === 3 && list === "analyses" ? ANALYSIS.get(name) : folder;
  const status = readStatus(raw);
  if (!field || status === undefined) return undefined;
  const { label, spoken } = present(status, String(raw));
  const finding = status === "UNKNOWN" ? FINDING_CODES.unknownWord : FINDING_CODES.valueOutOfPlace;
  // Older servers write the result into the folder's status.
  const older = field === "folderStatus" ? meaningOf(status, "folderResult") : undefined;
  return { label, spoken, meaning: meaningOf(status, field) ?? older ?? finding.description };
}
