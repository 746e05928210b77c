import { format, resolveConfig } from "prettier";
import { FINDING_CODES, present, STATUS_WORDS, type Status } from "../../src/status";
import { MATRIX, type StatusField } from "../../src/status/matrix";

/** Where the page stands. */
export const STATUSES_PAGE = "docs/statuses.md";

const FIELDS: Readonly<Record<StatusField, string>> = {
  analysisState: "Analysis: `state`",
  analysisResult: "Analysis: `resolution_status`",
  folderStatus: "Folder: `resolution_status`",
  folderResult: "Folder: `system_resolution`",
};

const HEADINGS = ["Value", "Meaning", "Icon", "Label", "Colour", "Spoken"];

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function meaning(field: StatusField, status: Status): string {
  if (status === "UNKNOWN") return "none of the document's words: the finding `unknownWord`";
  return MATRIX[field].get(status) ?? "– (empty in the document: the finding `valueOutOfPlace`)";
}

function matrixTable(field: StatusField): string {
  const rows = [...STATUS_WORDS, "UNKNOWN" as const].map((status) => {
    const { icon, label, color, spoken } = present(status);
    const value = status === "UNKNOWN" ? "any other word" : `\`${status}\``;
    return [value, meaning(field, status), `\`$(${icon})\``, label, `\`${color}\``, spoken];
  });
  return table(HEADINGS, rows);
}

function findingsTable(): string {
  const rows = Object.entries(FINDING_CODES).map(([code, { severity, description }]) => [
    `\`${code}\``,
    severity,
    description,
  ]);
  return table(["Code", "Severity", "Meaning"], rows);
}

/** @returns the page that says what every status means and how it is shown, as `prettier` lays it out */
export async function statusesPage(): Promise<string> {
  const sections = Object.entries(FIELDS).map(
    ([field, heading]) => `## ${heading}\n\n${matrixTable(field as StatusField)}`,
  );
  const page = [
    "# Statuses",
    "<!-- Written by `npm run docs:statuses` from src/status. Change that, not this. -->",
    `Every value that Oz API may write into its four status fields, what it means there, and how Oz Inspector shows
it. Case does not matter. Null, empty and missing are the same: nothing is said.`,
    ...sections,
    "## Findings",
    "What Oz Inspector points out about a folder. `ozInspector.findings.hidden` takes these codes.",
    findingsTable(),
  ].join("\n\n");
  return format(page, { ...(await resolveConfig(STATUSES_PAGE)), filepath: STATUSES_PAGE });
}
