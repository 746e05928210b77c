import assert from "node:assert/strict";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { readFolder } from "../../../../src/oz/model/folder";
import { drawTimelines } from "../../../../src/views/explain/drawTimelines";
import { timelineSource } from "../../../../src/views/explain/timelineSource";
import { CLOCK_TIME, withTimes } from "../../../clockTime";

const THEN = 1_763_900_000;
const NOW = (THEN + 20) * 1000;

/** As VS Code's preview makes HTML of Markdown. */
const markdown = drawTimelines(new MarkdownIt({ html: true }));

const analysis = {
  group_id: "g",
  type: "QUALITY",
  state: "FINISHED",
  resolution_status: "SUCCESS",
  time_created: THEN,
  time_updated: THEN + 10,
};
const running = { ...analysis, group_id: "h", state: "PROCESSING", resolution_status: "PROCESSING" };

function sourceOf(analyses: readonly object[]): string {
  const id = "7e7e7e7e-0000-4000-8000-000000000001";
  return timelineSource(readFolder({ folder_id: id, analyses }, NOW)!, NOW)!;
}

const draw = (analyses: readonly object[]): string => markdown.render(sourceOf(analyses));

/** @returns the labels as a browser shows them */
const labels = (html: string): string[] =>
  [...html.matchAll(/class="oz-timeline-label">([^<]*)</g)].map(([, text = ""]) =>
    markdown.utils.unescapeAll(text),
  );

/** @returns the classes and the style of each bar */
const bars = (html: string): string[][] =>
  [...html.matchAll(/<span class="(oz-timeline-bar[^"]*)" style="([^"]*)">/g)].map(([, ...both]) => both);

describe("a timeline in the Markdown preview", () => {
  it("can be read as it stands in the source", () => {
    assert.match(
      sourceOf([analysis, running]),
      withTimes`^\`{3}oz-timeline\n${CLOCK_TIME} – ${CLOCK_TIME}\n\n0%–50% SUCCESS Liveness · Success · 10 s\n\n0%–→ PROCESSING Liveness · Processing\n\`{3}$`,
    );
  });

  it("is a bar for each analysis in the colour of its status, apart by groups", () => {
    const html = draw([analysis, { ...analysis, time_created: THEN + 5 }, running]);
    assert.deepEqual(bars(html), [
      ["oz-timeline-bar", "left:0%;width:50%;color:var(--vscode-charts-green)"],
      ["oz-timeline-bar", "left:25%;width:25%;color:var(--vscode-charts-green)"],
      ["oz-timeline-bar oz-timeline-running", "left:0%;width:100%;color:var(--vscode-charts-blue)"],
    ]);
    assert.equal(html.match(/oz-timeline-group/g)?.length, 2);
    assert.deepEqual(labels(html), [
      "Liveness · Success · 10 s",
      "Liveness · Success · 5 s",
      "Liveness · Processing",
    ]);
  });

  it("shows and says what is unknown", () => {
    const html = draw([
      analysis,
      { ...analysis, time_created: undefined },
      { ...analysis, time_updated: undefined, time_created: THEN + 5 },
      { ...analysis, time_updated: undefined, time_created: undefined },
      { ...running, group_id: "g", time_created: undefined },
    ]);
    const drawn = bars(html).map(([classes = ""]) => classes.replaceAll(/oz-timeline-(?:bar ?)?/g, ""));
    const told = labels(html).map((label) => label.split(" · ").slice(2).join());
    assert.deepEqual(
      drawn.map((shape, index) => [shape, told[index]]).sort(),
      [
        ["", "10 s"],
        ["no-begin", "start unknown"],
        ["no-end", "end unknown"],
        ["no-begin no-end", "start unknown,end unknown"],
        ["no-begin running", "start unknown"],
      ].sort(),
    );
  });

  it("shows whatever a server writes as text", () => {
    const part = fc.constantFrom(
      ..."<img onerror=x>|```|~~~|\n|\r\n|\n\n|0%–50% FAILED |\"|'|&lt;|–|&|a|$(x)|</span>".split("|"),
    );
    const hostile = fc.oneof(
      fc.array(part, { minLength: 1 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary", minLength: 1 }),
    );
    fc.assert(
      fc.property(hostile, (type) => {
        const html = draw([{ ...analysis, type }, analysis]);
        assert.deepEqual(
          [...html.matchAll(/<\/?(\w+)/g)]
            .map(([, tag]) => tag)
            .filter((tag) => tag !== "div" && tag !== "span"),
          [],
        );
        assert.equal(bars(html).length, 2);
        assert.equal(labels(html).length, 2);
      }),
    );
  });

  it("leaves every other code block alone", () => {
    const plain = new MarkdownIt({ html: true });
    for (const block of [
      "```json\n{}\n```",
      "```oz-timeline\n```",
      "```oz-timeline\na – b\n\n0%–50% SUCCESS x\n<script>1</script>\n```",
      "```oz-timeline\na – b\n\n0%–50% OTHER x\n```",
      "```oz-timeline\na – b\n\n0%;color:red–50% SUCCESS x\n```",
    ])
      assert.equal(markdown.render(block), plain.render(block));
  });

  it("trusts no block of another file", () => {
    const html = markdown.render("```oz-timeline\n<b> – <i>\n\n900%–1% SUCCESS <script>1</script>\n```");
    assert.deepEqual(bars(html)[0]?.[1]?.split(";").slice(0, 2), ["left:100%", "width:0%"]);
    assert.doesNotMatch(html, /<(?:b|i|script)>/);
  });
});
