import assert from "node:assert/strict";
import { MOST_SEARCHED_VALUES } from "../../../../src/base/limits";
import { findLoaded } from "../../../../src/folders/search/findLoaded";
import { NotFoundCache } from "../../../../src/folders/search/notFoundCache";
import { RecentLookUps } from "../../../../src/folders/search/recentLookUps";
import { searchFolders } from "../../../../src/folders/search/searchFolders";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import type { OzFolder } from "../../../../src/oz/model/folder";
import { TestMemory } from "../../connections/stores";
import { TestClock } from "../../testClock";
import { down, folder, idOf } from "../build";

const analysisId = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";

describe("findLoaded", () => {
  const store = new FolderStore();
  store.current.applyFolders([folder(1)]);
  store.current.applyFolders([
    folder(2, {
      analyses: [
        { analysis_id: "a", analysis_group_id: "g1" },
        { analyse_id: analysisId.toUpperCase(), analysis_group_id: "g2", type: "BIOMETRY" },
      ],
    }),
  ]);

  it("finds folders and analyses by ID, in whatever case the server writes it", () => {
    assert.deepEqual(findLoaded(store, idOf(1)), { folder: store.current.get(idOf(1)), analysis: undefined });
    const known = findLoaded(store, analysisId);
    assert.deepEqual([known?.folder.id, known?.analysis?.type], [idOf(2), "BIOMETRY"]);
  });

  it("finds no ID that is not loaded", () => assert.equal(findLoaded(store, idOf(3)), undefined));
});

describe("NotFoundCache", () => {
  it("remembers for ten minutes, connection by connection", () => {
    const clock = new TestClock();
    const misses = new NotFoundCache(clock);
    misses.add("here", idOf(1));
    assert.deepEqual([misses.has("here", idOf(1)), misses.has("there", idOf(1))], [true, false]);
    clock.advance(599_999);
    assert.equal(misses.has("here", idOf(1)), true);
    clock.advance(1);
    assert.equal(misses.has("here", idOf(1)), false);
  });

  it("forgets the oldest of a thousand and one", () => {
    const misses = new NotFoundCache(new TestClock());
    for (const number of down(1000, 1)) misses.add("here", idOf(number));
    misses.add("here", idOf(1000));
    misses.add("here", idOf(1001));
    const [oldest, again, newest] = [999, 1000, 1001].map((number) => misses.has("here", idOf(number)));
    assert.deepEqual([oldest, again, newest], [false, true, true]);
  });
});

describe("RecentLookUps", () => {
  it("keeps twenty, the last one first, each once", () => {
    const recent = new RecentLookUps(new TestMemory());
    for (const number of [...down(25, 1), 7]) recent.put("here", idOf(number), ["here"]);
    assert.deepEqual(recent.of("here"), [7, 1, 2, 3, 4, 5, 6, ...down(20, 8).reverse()].map(idOf));
  });

  it("keeps each connection's own, and forgets those of connections that are gone", () => {
    const recent = new RecentLookUps(new TestMemory());
    recent.put("here", idOf(1), ["here", "there"]);
    recent.put("there", idOf(2), ["here", "there"]);
    assert.deepEqual([recent.of("here"), recent.of("there")], [[idOf(1)], [idOf(2)]]);
    recent.put("there", idOf(3), ["there"]);
    assert.deepEqual([recent.of("here"), recent.of("there")], [[], [idOf(3), idOf(2)]]);
  });

  it("skips saved IDs that it cannot read", () => {
    for (const saved of [null, 7, [], { here: 7 }, { here: [7, idOf(1), null] }]) {
      const memory = new TestMemory();
      void memory.update("ozInspector.lookUps", saved);
      const recent = new RecentLookUps(memory);
      assert.ok(recent.of("here").length <= 1);
      recent.put("here", idOf(2), ["here"]);
      assert.equal(recent.of("here")[0], idOf(2));
    }
  });
});

describe("searchFolders", () => {
  const meta = (meta_data: unknown): object => ({ meta_data });
  const folders = [
    folder(1, meta({ transaction_id: "Order-17", person: { first_name: "Ärger", tags: ["new", 42] } })),
    folder(2, meta({ transaction_id: "order-18", empty: null, flag: true })),
    folder(3, meta(null)),
    folder(4, meta({ note: `${"x".repeat(600)}needle`, deep: { a: { b: { c: { d: "needle" } } } } })),
  ];
  const found = (text: string, most = 50): readonly (string | undefined)[][] =>
    searchFolders(folders, text, most).map(({ folder: { id }, metaData }) => [id.slice(-1), metaData]);
  const all = ["1", "2", "3", "4"].map((one) => [one, undefined]);

  it("finds by the beginning of the id, with dashes or without", () => {
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

  it("finds by the names and the values of metadata, at any depth, and tells by which", () => {
    assert.deepEqual(found("ORDER-1"), [
      ["1", "transaction_id: Order-17"],
      ["2", "transaction_id: order-18"],
    ]);
    assert.deepEqual(found("ärger"), [["1", "person.first_name: Ärger"]]);
    assert.deepEqual(found("42"), [["1", "person.tags.1: 42"]]);
    assert.deepEqual(found("person.first"), [["1", "person.first_name: Ärger"]]);
    assert.deepEqual(found("flag: true"), [["2", "flag: true"]]);
  });

  it("limits how deep, how long and how many values it searches", () => {
    assert.deepEqual(found("needle"), []);
    assert.equal(found("", 2).length, 2);
    const many = (before: number): OzFolder =>
      folder(5, meta({ list: Array<number>(before).fill(0), last: "needle" }));
    const inMany = [MOST_SEARCHED_VALUES - 3, MOST_SEARCHED_VALUES - 2].map((before) =>
      searchFolders([many(before)], "needle", 1).map(({ metaData }) => metaData),
    );
    assert.deepEqual(inMany, [["last: needle"], []]);
    const long = folder(6, meta({ [`${"x".repeat(600)}needle`]: "value" }));
    assert.equal(searchFolders([long], "needle", 1).length, 0);
    assert.equal(searchFolders([long], "x: value", 1)[0]?.metaData?.length, 500 + ": value".length);
  });
});
