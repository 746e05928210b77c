import { format, resolveConfig } from "prettier";
import { MOST_ANALYSES } from "../../src/base/limits";
import { ALLOWED_STATUSES, type StatusField } from "../../src/status/allowedStatuses";
import { FINDING_CODES } from "../../src/status/finding";
import { present } from "../../src/status/presentation";
import { STATUS_WORDS, type Status } from "../../src/status/words";

/** Where the page stands. */
export const STATUSES_PAGE = "docs/statuses.md";

const FIELDS: Readonly<Record<StatusField, string>> = {
  analysisState: "Analysis: `state`",
  analysisResult: "Analysis: `resolution_status`",
  folderStatus: "Folder: `resolution_status`",
  folderResult: "Folder: `system_resolution`",
};

const RULES = `
1. **Analysis result.** While the state is not FINISHED, the result repeats it. Finished: what the check ended with.
   Liveness never ends with OPERATOR_REQUIRED.
2. **Group.** The analyses of one POST form a group. Its result is the worst of theirs: INITIAL > PROCESSING > FAILED >
   DECLINED > OPERATOR_REQUIRED > SUCCESS, left wins. An unknown result and none at all stand right before SUCCESS.
3. **Folder status.** No analyses: INITIAL. Any is running: PROCESSING. Any failed: FAILED. All done: FINISHED.
4. **Folder result.** That of the group that finished last: none of its analyses is running, and it has the latest
   \`time_updated\`. No analyses: INITIAL. While any analysis runs: PROCESSING, and the last settled result is kept beside it.
5. **The server's word is shown, ours is computed beside it.** Where they differ, that is a finding. Where the server
   gives no result, ours is shown and marked as computed. Older servers have one field for both: a result word in the
   folder's \`resolution_status\` is then the result, and so is INITIAL, PROCESSING or FAILED in a reply without analyses.
6. **Tolerant reading.** Case does not matter. An unknown word stays visible as it came. Null, empty and missing are the
   same. Where the server names no group, analyses that were created within a second of a neighbour form one. Of two
   groups that finished at the same moment the worse one counts as last. A reply without \`analyses\` says nothing about them.
   Of a folder with more than ${MOST_ANALYSES.toLocaleString("en")} analyses the first ones are looked at: if any of them is running, it is PROCESSING,
   else what its analyses give is not known.
7. **Terminal** means that nothing more happens by itself: every analysis is FINISHED or FAILED. Without analyses in the
   reply the folder status decides.
`;

const HEADINGS = ["Value", "Meaning", "Icon", "Label", "Colour", "Spoken"];

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function meaning(field: StatusField, status: Status): string {
  if (status === "UNKNOWN") return "none of the document's words: the finding `unknownWord`";
  const cell = ALLOWED_STATUSES[field].get(status);
  if (cell !== undefined) return cell;
  const finding = "– (empty in the document: the finding `valueOutOfPlace`";
  return field === "folderStatus"
    ? `${finding}, unless an older server gives no \`system_resolution\`)`
    : `${finding})`;
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
    "What Oz API writes into its four status fields, what it means there, and how Oz Inspector shows it.",
    "## Rules",
    RULES.trim(),
    ...sections,
    "## Findings",
    "What Oz Inspector points out about a folder. `ozInspector.findings.hidden` takes these codes.",
    findingsTable(),
  ].join("\n\n");
  return format(page, { ...(await resolveConfig(STATUSES_PAGE)), filepath: STATUSES_PAGE });
}
