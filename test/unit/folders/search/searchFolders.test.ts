import assert from "node:assert/strict";
import { ExactNumber } from "../../../../src/base/exactNumber";
import { MAX_SEARCHED_VALUES } from "../../../../src/base/limits";
import { searchFolders } from "../../../../src/folders/search/searchFolders";
import type { OzFolder } from "../../../../src/oz/model/folder";
import { folder, idOf } from "../build";

describe("searchFolders", () => {
  const meta = (meta_data: unknown): object => ({ meta_data });
  const folders = [
    folder(1, meta({ transaction_id: "Order-17", person: { first_name: "Ärger", tags: ["new", 42] } })),
    folder(2, meta({ transaction_id: "order-18", empty: null, flag: true })),
    folder(3, meta(null)),
    folder(4, meta({ note: `${"x".repeat(600)}needle`, deep: { a: { b: { c: { d: "needle" } } } } })),
  ];
  const found = (text: string, most = 50): readonly (string | undefined)[][] =>
    searchFolders(folders, text, most).matches.map(({ folder: { id }, metaData }) => [
      id.slice(-1),
      metaData,
    ]);
  const all = ["1", "2", "3", "4"].map((one) => [one, undefined]);

  it("finds by the beginning of the ID, with dashes or without", () => {
    for (const text of [
      "7e7e",
      "7E7E7E7E-00",
      "7e7e7e7e00004000",
      " 7e7e7e7e-0000-4000-8000-00000000000",
      "",
    ])
      assert.deepEqual(found(text), all, text);
    assert.deepEqual(found(idOf(3)), [["3", undefined]]);
    assert.deepEqual(found("e7e7"), [], "the middle is no beginning");
  });

  it("finds by names and values of metadata at any depth, and returns the one that matches", () => {
    assert.deepEqual(found("ORDER-1"), [
      ["1", "transaction_id: Order-17"],
      ["2", "transaction_id: order-18"],
    ]);
    assert.deepEqual(found("ärger"), [["1", "person.first_name: Ärger"]]);
    assert.deepEqual(found("42"), [["1", "person.tags.1: 42"]]);
    assert.deepEqual(found("person.first"), [["1", "person.first_name: Ärger"]]);
    assert.deepEqual(found("flag: true"), [["2", "flag: true"]]);
  });

  it("finds all digits of a number, and nothing inside its object", () => {
    const one = folder(7, meta({ order: new ExactNumber("9007199254740993") }));
    const foundIn = (text: string): unknown[] =>
      searchFolders([one], text, 1).matches.map(({ metaData }) => metaData);
    assert.deepEqual(foundIn("740993"), ["order: 9007199254740993"]);
    assert.deepEqual(foundIn("order.text"), []);
  });

  it("limits how deep, how long and how many values it searches", () => {
    assert.deepEqual(found("needle"), []);
    assert.equal(found("", 2).length, 2);
    const many = (before: number): OzFolder =>
      folder(5, meta({ list: Array<number>(before).fill(0), last: "needle" }));
    const [all, tooMany] = [MAX_SEARCHED_VALUES - 2, MAX_SEARCHED_VALUES - 1].map((before) =>
      searchFolders([many(before)], "needle", 1),
    );
    assert.deepEqual([all?.matches[0]?.metaData, all?.cutCount], ["last: needle", 0]);
    assert.deepEqual(tooMany, { matches: [], cutCount: 1 });
    const long = folder(6, meta({ [`${"x".repeat(600)}needle`]: "value" }));
    assert.deepEqual(searchFolders([long], "needle", 1), { matches: [], cutCount: 1 });
    const [match] = searchFolders([long], "x: value", 1).matches;
    assert.equal(match?.metaData?.length, 500 + ": value".length);
  });

  it("counts the folders that may match beyond its limits", () => {
    const cut = (metaData: unknown): number =>
      searchFolders([folder(7, meta(metaData))], "needle", 1).cutCount;
    assert.deepEqual(
      [
        { a: { b: { c: {} } }, list: Array<number>(MAX_SEARCHED_VALUES - 4).fill(0) },
        { value: "x".repeat(500) },
        { value: `needle${"x".repeat(600)}` },
        null,
      ].map(cut),
      [0, 0, 0, 0],
    );
    const nested = { a: { b: { c: { d: { e: 1 } } } } };
    assert.deepEqual([nested, { value: "x".repeat(501) }, { list: Array(1000).fill(0) }].map(cut), [1, 1, 1]);
  });
});
