import { format, resolveConfig } from "prettier";
import { MAX_ANALYSES } from "../../src/base/limits";
import { meaningOf, noteOn, operatorRule, type StatusField } from "../../src/status/allowedStatuses";
import { FINDING_CODES } from "../../src/status/finding";
import { present } from "../../src/status/presentation";
import { compareWorstFirst, KNOWN_STATUSES, STATUSES, type Status } from "../../src/status/status";
import { readExamples } from "../unit/examples/readExamples";

/** Path of the page. */
export const STATUSES_PAGE = "docs/statuses.md";

const FIELDS: Readonly<Record<StatusField, string>> = {
  analysisState: "Analysis: `state`",
  analysisResult: "Analysis: `resolution_status`",
  folderStatus: "Folder: `resolution_status`",
  folderResult: "Folder: `system_resolution`",
};

const WORST_FIRST = KNOWN_STATUSES.filter((status) => status !== "FINISHED").toSorted(compareWorstFirst);

const RULES = `
1. **Analysis result.** While the state is not FINISHED, the result repeats the state. Afterwards the result is what the
   check ended with. Older servers and the vendor's mobile SDK know INITIAL on an analysis: it has not begun.
   ${operatorRule()}
2. **Group.** The analyses of one POST form a group. Its result is the worst of theirs:
   ${WORST_FIRST.join(" > ")} (left wins).
   An unknown or missing result ranks right before SUCCESS.
3. **Folder status.** INITIAL without analyses or while none has begun, PROCESSING while any runs, FAILED if any
   failed, FINISHED if all are done.
4. **Folder result.** The result of the group that finished last: none of its analyses is running, and it has the latest
   \`time_updated\`; without times, the worst one. INITIAL without analyses or while none has begun. PROCESSING while any
   analysis runs; the last settled result is shown beside it.
5. **The server's values are shown, ours are computed beside them.** If they differ, that is a finding, once the folder
   was read at least 30 seconds after its last change: the server writes the folder after the last analysis. While
   another group runs, the server may still give the result of before. If the server gives no result, the computed one is
   shown and marked as computed; without analyses, its status is shown. Older servers write DECLINED, OPERATOR_REQUIRED
   or SUCCESS into the folder's \`resolution_status\`: that is the result, and says nothing about the status. Any other
   word there is the status alone.
6. **Tolerant reading.** Case is ignored. An unknown status is shown as the server wrote it. Null, empty and missing mean
   the same. If the server names no group, analyses created within a second of a neighbour form one. Of two groups that
   finished at the same moment, the worse counts as last. A reply without \`analyses\` says nothing about them. Only the
   first ${MAX_ANALYSES.toLocaleString("en")} analyses of a folder are read: if there are more and none of the first is running, the computed status and
   result are unknown.
7. **Terminal.** Every analysis is FINISHED or FAILED: nothing changes unless a new group is posted. Without analyses,
   the folder status decides; if the server gives only a result, the status that it implies: FAILED, or FINISHED for
   DECLINED, OPERATOR_REQUIRED and SUCCESS.
8. **Score.** Liveness and collections are decided by the highest of several scores, a face match by the lowest. From the
   threshold on, the check found an attack, a match or the same person. A score on the other side is shown with the
   result, but not as its reason.
9. **Operator.** A decision in \`operator_status\` is shown beside the system's result. If the system asked for one, the
   folder no longer waits for a person. While a group runs, and if the last one was posted after \`resolution_time\`, the
   decision is about an earlier group.
`;

const HEADINGS = ["Value", "Meaning", "Icon", "Label", "Colour", "Note"];

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function describeMeaning(status: Status, field: StatusField): string {
  if (status === "UNKNOWN") return "not defined: finding `unknownWord`";
  const exception = field === "folderStatus" ? ", unless an older server gives no `system_resolution`" : "";
  return meaningOf(status, field) ?? `not allowed: finding \`valueOutOfPlace\`${exception}`;
}

function fieldTable(field: StatusField): string {
  const rows = STATUSES.map((status) => {
    const { icon, label, color } = present(status);
    const value = status === "UNKNOWN" ? "anything else" : `\`${status}\``;
    return [
      value,
      describeMeaning(status, field),
      `\`$(${icon})\``,
      label,
      `\`${color}\``,
      noteOn(status, field) ?? "",
    ];
  });
  return table(HEADINGS, rows);
}

function findingsTable(): string {
  const rows = Object.entries(FINDING_CODES).map(([code, { severity, description }]) => [
    `\`${code}\``,
    severity,
    description(),
    exampleOf(code),
  ]);
  return table(["Code", "Severity", "Meaning", "Example"], rows);
}

const examples = readExamples();

/** Why there is none. */
const WITHOUT_EXAMPLE = new Map([
  ["invalidValue", "`NaN`, `Infinity`, or a raw control character in a text"],
  ["replyCut", "too large for this page"],
]);

/** @returns a link to the example with the finding and the fewest others; else why there is none */
function exampleOf(finding: string): string {
  const [example] = examples
    .filter(({ codes }) => codes.includes(finding))
    .toSorted((a, b) => a.codes.length - b.codes.length);
  return example ? `[${example.title}](examples.md#${example.anchor})` : (WITHOUT_EXAMPLE.get(finding) ?? "");
}

/** @returns the Markdown page on every status and finding, formatted by Prettier */
export async function statusesPage(): Promise<string> {
  const sections = Object.entries(FIELDS).map(
    ([field, heading]) => `## ${heading}\n\n${fieldTable(field as StatusField)}`,
  );
  const page = [
    "# Statuses",
    "<!-- Generated from src/status by `npm run docs:statuses`. Do not edit this file. -->",
    "What Oz API writes into its four status fields, what it means there, and how Oz Inspector shows it.\n[examples.md](examples.md) shows small folders and all that is said about them.",
    "## Rules",
    RULES.trim(),
    ...sections,
    "## Findings",
    "What Oz Inspector points out about a folder. To hide a finding, add its code to `ozInspector.findings.hidden`.",
    findingsTable(),
  ].join("\n\n");
  return format(page, { ...(await resolveConfig(STATUSES_PAGE)), filepath: STATUSES_PAGE });
}
