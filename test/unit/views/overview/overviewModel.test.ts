import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { csv } from "../../../../src/base/csv";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { overviewOf } from "../../../../src/folders/overview/overview";
import { OverviewSums } from "../../../../src/folders/overview/overviewSums";
import { readFolder } from "../../../../src/oz/model/folder";
import { present } from "../../../../src/status/presentation";
import { STATUSES } from "../../../../src/status/status";
import { barStyle } from "../../../../src/views/overview/barStyle";
import { inLanguageDigits, overviewModel } from "../../../../src/views/overview/overviewModel";
import {
  OVERVIEW_COLUMNS,
  overviewMarkdown,
  overviewRows,
} from "../../../../src/views/overview/overviewText";
import type { PageModel } from "../../../../src/views/overview/page/model";
import { PartKeys } from "../../../../src/views/overview/partKeys";
import { idOf } from "../../folders/build";

const FRAME = { total: undefined, sentences: ["Connection: Staging"], mark: undefined };

function modelOf(
  analyses: readonly object[],
  hidden: readonly string[] = [],
  keys = new PartKeys(),
  name?: string,
): PageModel {
  const sums = new OverviewSums();
  for (const [index, analysis] of analyses.entries()) {
    const json = { folder_id: idOf(index), time_created: 1_764_000_000 + index, analyses: [analysis] };
    sums.add(readFolder(json)!);
  }
  return overviewModel(overviewOf(sums), { ...FRAME, name }, hidden, keys);
}

const failed = (error_code: string): object => ({ type: "QUALITY", state: "FAILED", error_code });
const liveness = (confidence_spoofing: number, resolution_status = "SUCCESS"): object => ({
  type: "QUALITY",
  state: "FINISHED",
  resolution_status,
  time_created: 100,
  time_updated: 121,
  confs: { threshold_spoofing: 0.5 },
  results_data: { confidence_spoofing },
});
const section = ({ sections }: PageModel, id: string): PageModel["sections"][number] =>
  sections.find((one) => one.id === id)!;

describe("the overview in words", () => {
  it("is named by its filter, unless it is of all folders", () => {
    const titleOf = (name: string): string => modelOf([liveness(0.1)], [], undefined, name).title;
    assert.equal(titleOf("in the last hour"), "Overview of 1 folder: in the last hour");
    assert.equal(titleOf(""), "Overview of 1 folder");
  });

  it("says how many folders each figure counts, and what it does not count", () => {
    const model = modelOf([liveness(0.1), liveness(0.51, "DECLINED"), failed("11"), {}]);
    assert.equal(model.title, "Overview of 4 loaded folders");
    assert.deepEqual(
      section(model, "results").rows.map(({ cells }) => cells),
      [
        ["Failed", 1, "25%"],
        ["Declined", 1, "25%"],
        ["Success", 1, "25%"],
        ["Unknown", 1, "25%"],
      ],
    );
    assert.deepEqual(section(model, "times").sentences, [
      "Median 21 s, 90th percentile 21 s, 99th percentile 21 s.",
      "Oz Forensics expects 90% of analyses to take at most 20 s.",
      "Not counted: 1 folder without times and 1 folder that has not ended.",
    ]);
    assert.deepEqual(
      section(model, "scores-Liveness").shortcuts.map(({ text }) => text),
      ["Within 0.05 of a threshold: 1 folder", "Declined within 0.05 of a threshold: 1 folder"],
    );
    assert.deepEqual(section(model, "scores-Liveness").chart?.lines, [{ at: 9.5, label: "0.5" }]);
    assert.deepEqual(
      section(model, "errors").rows.map(({ cells }) => cells),
      [["11", 1]],
    );
  });

  it("opens the folders of each figure that counts any", () => {
    const keys = new PartKeys();
    const model = modelOf([liveness(0.51)], [], keys);
    const { rows } = section(model, "scores-Liveness");
    for (const { cells, part } of rows) assert.equal(part !== undefined, Number(cells[1]) > 0);
    const [part] = rows.flatMap((row) => row.part ?? []);
    const score = { analysis: "Liveness", from: 0.5, below: 0.55 };
    assert.deepEqual(keys.get(part!), { part: { score }, filter: { score } });
    assert.equal(keys.get("{}"), undefined);
  });

  it("opens no figure if no filter has its condition and that of the overview", () => {
    const opened = (filter: FolderFilter): unknown =>
      section(modelOf([failed("11"), failed("12")], [], new PartKeys(filter)), "errors").rows.map(
        ({ cells, part }) => [cells[0], part !== undefined],
      );
    assert.deepEqual(opened({ results: ["FAILED"], errorCodes: [] }), [
      ["11", true],
      ["12", true],
    ]);
    assert.deepEqual(opened({ errorCodes: ["11"] }), [
      ["11", true],
      ["12", false],
    ]);
  });

  it("says nothing of times and failures that no reply has", () => {
    const model = modelOf([{ state: "PROCESSING" }]);
    assert.deepEqual(section(model, "times").shortcuts, []);
    assert.deepEqual(section(model, "errors").sentences, ["No analysis is known to have failed."]);
  });

  it("has a look of its own for each result, in the colour of its icon", () => {
    const looks = STATUSES.map((status) => barStyle(status));
    assert.equal(new Set(looks.map((look) => JSON.stringify(look))).size, STATUSES.length);
    assert.deepEqual(
      looks.map(({ color }) => color),
      STATUSES.map((status) => present(status).color),
    );
    // Beside each other in a chart, whoever cannot tell their colours apart.
    const lines = looks.map((look) => look.lines.join());
    assert.deepEqual(
      lines.filter((one, index) => lines.indexOf(one) !== index),
      [""],
    );
  });

  it("names findings by their codes, as the list does, and describes them", () => {
    const [row] = section(modelOf([{ state: "FINISHED", type: "QUALITY" }]), "findings").rows;
    assert.deepEqual(
      [row?.cells, row?.description],
      [["finishedWithoutResult", 1], "An analysis finished without a result."],
    );
  });

  it("has a share of more than nothing for one of 10,000 folders", () => {
    const { rows } = section(modelOf([failed("11"), ...Array.from({ length: 9999 }, () => ({}))]), "results");
    assert.deepEqual(
      rows.map(({ cells }) => cells[2]),
      ["0.01%", "99.99%"],
    );
  });

  it("leaves out hidden findings", () => {
    const model = modelOf([failed("11")], ["analysisFailed", "groupsInferred"]);
    assert.deepEqual(section(model, "findings").rows, []);
  });

  it("lists the most frequent error codes and counts the others", () => {
    const codes = Array.from({ length: 23 }, (_, index) => `E${String(index).padStart(2, "0")}`);
    const { rows, sentences } = section(modelOf(codes.map(failed)), "errors");
    assert.deepEqual([rows.length, sentences], [20, ["3 rarer error codes are not listed."]]);
  });

  it("has counts in the digits of the language on the page, and as numbers elsewhere", () => {
    const model = modelOf(Array.from({ length: 1200 }, () => liveness(0.1)));
    assert.equal(section(model, "results").rows[0]?.cells[1], 1200);
    assert.equal(section(inLanguageDigits(model), "results").rows[0]?.cells[1], "1,200");
  });
});

describe("the overview as a text", () => {
  const attacks = [
    "<img src=x onerror=alert(1)>",
    "=HYPERLINK(1)",
    "[x](https://evil.example)",
    "a|b\n| c",
    "\u202eevil",
  ];
  const model = modelOf(attacks.map(failed));

  it("has a server's strings as text in Markdown", () => {
    const html = new MarkdownIt({ html: true, linkify: true }).render(overviewMarkdown(model));
    assert.doesNotMatch(html, /<(?:img|a|script)\b|\u202e/);
    assert.equal(html.match(/onerror/g)?.length, 1);
    for (const [row] of html.matchAll(/<tr>.*?<\/tr>/gs)) assert.ok((row.match(/<t[hd]/g)?.length ?? 0) <= 3);
  });

  it("has a server's strings as text in CSV, in one row each", () => {
    const lines = csv(OVERVIEW_COLUMNS, overviewRows(model)).split("\r\n");
    assert.deepEqual(
      lines.filter((line) => line.includes("HYPERLINK")),
      [`Failures by error code,'=HYPERLINK(1),Folders,1`],
    );
    assert.ok(lines.every((line) => !/^[=+\-@]|[,;\t][=+@]/.test(line)));
  });
});
