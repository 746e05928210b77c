import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import type { Finding } from "../../status/finding";
import { present } from "../../status/presentation";
import type { FolderResolution, GroupResolution } from "../../status/resolution";
import type { Status } from "../../status/status";
import { analysisInWords, analysisLabel } from "../text/analysisText";
import { presentFolder, SEVERITY_NAMES } from "../text/folderText";
import { exactTime, timeOfDay } from "../text/formatTime";
import { escapeMarkdown, table } from "../text/markdown";
import { verdict } from "./verdict";

const RULE =
  "A folder has the result of the analysis group that finished last. A group holds the analyses of one POST. " +
  "It has the worst of their results, in this order: Initial, Processing, Failed, Declined, Operator required, Success.";

/**
 * @param findings those that the user wants to see
 * @returns the explanation of a folder's result, as Markdown
 */
export function explanation(folder: OzFolder, findings: readonly Finding[]): string {
  const { resolution } = folder;
  return [
    `# ${escapeMarkdown(presentFolder(resolution).label)}: folder ${shortId(folder.id)}`,
    `**${escapeMarkdown(verdict(resolution))}**`,
    `Folder \`${folder.id}\``,
    ...section("Findings", findings.map(findingLine)),
    ...section(
      "Groups",
      resolution.computed ? [groupTable(resolution)] : ["The reply does not include the analyses."],
    ),
    RULE,
    ...section("Server and analyses compared", [comparison(resolution)]),
    ...section("Timeline", timeline(folder)),
    "",
  ].join("\n\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join("\n")];
}

function findingLine({ severity, message, code }: Finding): string {
  return `- **${SEVERITY_NAMES[severity]}**: ${escapeMarkdown(message)} \`${code}\``;
}

function groupTable({ groups, deciding }: FolderResolution): string {
  const rows = groups.map((group) => [
    group.id === deciding?.groupId ? "**decides**" : "",
    group.createdAt === undefined ? "" : exactTime(group.createdAt),
    group.analyses
      .map(
        (analysis) =>
          `${escapeMarkdown(analysisLabel(analysis))}: ${escapeMarkdown(analysisInWords(analysis))}`,
      )
      .join("; "),
    escapeMarkdown(groupResult(group)),
    group.finishedAt === undefined ? "" : exactTime(group.finishedAt),
  ]);
  return table(["", "Posted", "Analyses", "Result", "Finished"], rows);
}

function groupResult({ result, inferred }: GroupResolution): string {
  return `${present(result).label}${inferred ? " (group inferred from times)" : ""}`;
}

function comparison({ rawStatus, rawResult, resultSource, computed }: FolderResolution): string {
  const server = (raw: string | undefined): string => (raw === undefined ? "nothing" : escapeMarkdown(raw));
  const ours = (status: Status | undefined): string =>
    status === undefined ? "nothing" : present(status).label;
  return table(
    ["", "Server", "Analyses"],
    [
      ["Status (`resolution_status`)", server(rawStatus), ours(computed?.status)],
      [
        "Result (`system_resolution`)",
        server(resultSource === "server" ? rawResult : undefined),
        ours(computed?.result),
      ],
    ],
  );
}

/** The events whose times the reply has, in order. */
function timeline({ createdAt, updatedAt, resolution }: OzFolder): string[] {
  const events: (readonly [number | undefined, string])[] = [
    [createdAt, "Folder created"],
    ...resolution.groups.flatMap(({ createdAt: posted, analyses }) => [
      [
        posted,
        `Posted: ${analyses.map((analysis) => escapeMarkdown(analysisLabel(analysis))).join(", ")}`,
      ] as const,
      ...analyses
        .filter(({ terminal }) => terminal)
        .map(
          (analysis) =>
            [
              analysis.updatedAt,
              `${escapeMarkdown(analysisLabel(analysis))}: ${escapeMarkdown(analysisInWords(analysis))}`,
            ] as const,
        ),
    ]),
    [updatedAt, "Folder last updated"],
  ];
  return events
    .flatMap(([time, what]) => (time === undefined ? [] : [{ time, what }]))
    .sort((a, b) => a.time - b.time)
    .map(({ time, what }) => `- ${timeOfDay(time)} ${what}`);
}
