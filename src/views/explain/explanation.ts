import * as l10n from "@vscode/l10n";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import type { Finding } from "../../status/finding";
import { present } from "../../status/presentation";
import type { FolderResolution } from "../../status/resolution";
import { computedInWords, resultInWords, severityName } from "../text/folderText";
import { code, escapeMarkdown, escapeSentence, table } from "../text/markdown";
import { untoldFindings } from "../text/untoldFindings";
import { verdict } from "../text/verdict";
import { analysesByGroup } from "./analysesByGroup";
import { rulesFor } from "./rules";
import { timeline } from "./timeline";
import { timelineSource } from "./timelineSource";

/**
 * @param findings those that the user wants to see
 * @param now epoch milliseconds
 * @returns the explanation of a folder's result, as Markdown
 */
export function explanation(folder: OzFolder, findings: readonly Finding[], now: number): string {
  const { resolution } = folder;
  const told = verdict(resolution, now);
  const source = timelineSource(folder, now);
  const picture = source === undefined ? [] : [`${source}\n`];
  return [
    `# ${l10n.t("{0}: folder {1}", escapeMarkdown(resultInWords(resolution)), shortId(folder.id))}`,
    `**${escapeSentence(told)}**`,
    l10n.t("Folder {0}", `\`${folder.id}\``),
    ...section(l10n.t("Operator"), operatorLines(folder)),
    ...section(l10n.t("Findings"), untoldFindings(findings, resolution, told).map(findingLine)),
    ...section(l10n.t("Analyses"), analysesByGroup(folder, now), "\n\n"),
    ...section(l10n.t("How the result is decided"), rulesFor(resolution), "\n\n"),
    ...section(l10n.t("Server and analyses compared"), [comparison(resolution)]),
    ...section(l10n.t("Timeline"), [...picture, ...timeline(folder, now)]),
    "",
  ].join("\n\n");
}

function section(title: string, lines: readonly string[], separator = "\n"): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join(separator)];
}

/** What a person has decided, beside the system's result. */
function operatorLines({ resolution, operatorComment }: OzFolder): readonly string[] {
  const { operator_status } = resolution.words;
  return [
    ...(operator_status === undefined ? [] : [`- \`operator_status\`: ${code(operator_status)}`]),
    ...(operatorComment === undefined ? [] : [`- \`operator_comment\`: ${escapeMarkdown(operatorComment)}`]),
  ];
}

function findingLine({ severity, message, code: name }: Finding): string {
  return `- **${severityName(severity)}**: ${escapeSentence(message)} \`${name}\``;
}

function comparison({ words, resultMember, computed, groups }: FolderResolution): string {
  const server = (word: string | undefined): string => (word === undefined ? l10n.t("not sent") : code(word));
  const none = computed ? l10n.t("no analyses") : l10n.t("not sent");
  const [status, result] =
    computed && groups.length > 0
      ? [present(computed.status).label, computedInWords(computed.result)]
      : [none, none];
  const said = server(words.resolution_status);
  return table(
    [l10n.t("Field"), l10n.t("Server"), l10n.t("From the analyses")],
    [
      [
        l10n.t("Status ({0})", "`resolution_status`"),
        resultMember === "resolution_status"
          ? l10n.t("{0} (the result: older servers write it here)", said)
          : said,
        status,
      ],
      [l10n.t("Result ({0})", "`system_resolution`"), server(words.system_resolution), result],
      ...(words.operator_status === undefined
        ? []
        : [[l10n.t("Operator ({0})", "`operator_status`"), server(words.operator_status), ""]]),
    ],
  );
}
