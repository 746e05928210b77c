import { Hover, MarkdownString, type HoverProvider, type Position, type TextDocument } from "vscode";
import { readJsonUri } from "../documentUri";
import { escapeMarkdown } from "../text/escapeMarkdown";
import { jsonPathAt } from "./jsonPath";
import { plainReason } from "./plainReason";
import { statusMeaning } from "./statusMeaning";

/** No line with a status is longer, and a very long text would overflow the search. */
const LONGEST_LINE = 1000;

/** A line with a member whose value is a text. */
const MEMBER = /^(\s*"[a-z_]+": )("(?:[^"\\]|\\.)*"),?$/;

/** Says what a status word in a JSON document means. */
export const statusHover: HoverProvider = {
  provideHover(document: TextDocument, position: Position): Hover | undefined {
    const { range, text: line } = document.lineAt(position);
    if (line.length > LONGEST_LINE) return undefined;
    const [, before = "", value = ""] = MEMBER.exec(line) ?? [];
    if (value === "" || position.character < before.length) return undefined;
    const json = document.getText();
    if (plainReason(json) !== undefined) return undefined;
    const path = jsonPathAt(json, document.offsetAt(position));
    const isAnalysis = readJsonUri(document.uri)?.analysisId !== undefined;
    const found = statusMeaning(isAnalysis ? ["analyses", 0, ...path] : path, JSON.parse(value));
    if (!found) return undefined;
    const [label, meaning, spoken] = [found.label, found.meaning, found.spoken].map((text) =>
      escapeMarkdown(text),
    );
    const markdown = new MarkdownString(`**${label}**: ${meaning}\n\n${spoken}`);
    const begin = range.start.translate(0, before.length);
    return new Hover(markdown, range.with(begin, begin.translate(0, value.length)));
  },
};
