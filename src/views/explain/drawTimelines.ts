import type MarkdownIt from "markdown-it";
import { present } from "../../status/presentation";
import { STATUSES } from "../../status/status";
import { TIMELINE } from "./timelineSource";

/** A line of `timelineSource` about an analysis. */
const LINE = /^(\?|\d+(?:\.\d)?%)–(\?|→|\d+(?:\.\d)?%) ([A-Z_]+) (.*)$/;

/**
 * Makes VS Code's Markdown preview draw the code blocks of `timelineSource`; media/timeline.css has their looks. Any Markdown
 * file may have such a block, so nothing in it is trusted. Screen readers get the words below instead.
 */
export function drawTimelines(markdown: MarkdownIt): MarkdownIt {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, index, options, env, self) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const drawn = info.trim() === TIMELINE ? picture(content, markdown.utils.escapeHtml) : undefined;
    return drawn ?? fence?.(tokens, index, options, env, self) ?? "";
  };
  return markdown;
}

/** @returns HTML; undefined if it is not a source as we write it */
function picture(source: string, escape: (text: string) => string): string | undefined {
  const [axis = "", ...groups] = source.trimEnd().split("\n\n");
  const rows = groups.map((group) => group.split("\n").map((line) => row(line, escape)));
  if (rows.length === 0 || rows.flat().includes(undefined)) return undefined;
  const [from = "", to = ""] = axis.split(" – ");
  return [
    '<div class="oz-timeline" aria-hidden="true">',
    ...rows.map((all) => `<div class="oz-timeline-group">${all.join("")}</div>`),
    `<div class="oz-timeline-axis"><span>${escape(from)}</span><span>${escape(to)}</span></div>`,
    "</div>\n",
  ].join("");
}

function row(line: string, escape: (text: string) => string): string | undefined {
  const [, begin = "", end = "", word, label = ""] = LINE.exec(line) ?? [];
  const status = STATUSES.find((one) => one === word);
  if (!status) return undefined;
  const left = begin === "?" ? 0 : Math.min(parseFloat(begin), 100);
  const right = end === "?" || end === "→" ? 100 : Math.min(parseFloat(end), 100);
  const shapes = [
    ...(begin === "?" ? ["oz-timeline-no-begin"] : []),
    ...(end === "?" ? ["oz-timeline-no-end"] : []),
    ...(end === "→" ? ["oz-timeline-running"] : []),
  ];
  const color = `var(--vscode-${present(status).color.replaceAll(".", "-")})`;
  const style = `left:${left}%;width:${Math.max(0, right - left)}%;color:${color}`;
  return [
    `<div class="oz-timeline-row"><span class="oz-timeline-label">${escape(label)}</span>`,
    `<span class="oz-timeline-track"><span class="${["oz-timeline-bar", ...shapes].join(" ")}" style="${style}"></span></span></div>`,
  ].join("");
}
