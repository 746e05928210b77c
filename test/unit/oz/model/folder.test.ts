import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_MEDIA } from "../../../../src/base/limits";
import { readFolder, readPage } from "../../../../src/oz/model/folder";

const id = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";

describe("readFolder", () => {
  it("reads the members that are used and keeps the rest", () => {
    const json = {
      folder_id: id,
      time_created: 1740826800.25,
      time_updated: 1740826801.5,
      meta_data: { order: "A-1", deep: { a: [1, null] } },
      resolution_status: "FINISHED",
      system_resolution: "DECLINED",
      something_new: { kept: true },
    };
    const folder = readFolder(json);
    assert.equal(folder?.id, id);
    assert.equal(folder.createdAt, 1740826800250);
    assert.equal(folder.updatedAt, 1740826801500);
    assert.equal(folder.metaData, json.meta_data);
    assert.equal(folder.resolution.status, "FINISHED");
    assert.equal(folder.resolution.result, "DECLINED");
    assert.equal(folder.json, json);
  });

  it("needs only the ID", () => {
    const nothing = { createdAt: undefined, updatedAt: undefined, metaData: undefined };
    for (const rest of [
      {},
      { time_created: null, meta_data: null, analyses: null },
      { time_created: [], meta_data: "text" },
    ]) {
      const { createdAt, updatedAt, metaData } = readFolder({ folder_id: id, ...rest })!;
      assert.deepEqual({ createdAt, updatedAt, metaData }, nothing);
    }
  });

  it("says that there are more media than are read, also if only its analyses mention them", () => {
    const uses = (...ids: readonly number[]): object => ({
      source_media: ids.map((one) => ({ media_id: `m${one}` })),
    });
    const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
    const cuts = (media: object[], analyses: object[]): string[] =>
      readFolder({ folder_id: id, media, analyses })!
        .resolution.findings.filter(({ code }) => code === "replyCut")
        .map(({ message }) => message);
    const own = [{ media_id: "m0" }];
    assert.deepEqual(cuts(own, [uses(...numbers(MAX_MEDIA)), uses(0, 1)]), []);
    assert.deepEqual(cuts(own, [uses(...numbers(MAX_MEDIA)), uses(MAX_MEDIA)]), [
      "The folder and its analyses have more than 1,000 media; only the first 1,000 are shown. Open JSON to see all.",
    ]);
    const many = numbers(MAX_MEDIA + 1).map((one) => ({ media_id: `m${one}` }));
    assert.deepEqual(cuts(many, [uses(5000)]), [
      "The folder has 1,001 media; only the first 1,000 are shown. Open JSON to see all.",
    ]);
  });

  it("reads the ID in lower case", () => {
    assert.equal(readFolder({ folder_id: id.toUpperCase() })?.id, id);
  });

  it("is undefined without a usable ID", () => {
    for (const json of [
      null,
      7,
      "folder",
      [],
      {},
      { folder_id: null },
      { folder_id: "" },
      { folder_id: ".." },
      { folder_id: 12 },
    ]) {
      assert.equal(readFolder(json), undefined);
    }
  });

  it("never throws, whatever the server sends", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            "time_created",
            "time_updated",
            "meta_data",
            "analyses",
            "resolution_status",
            "system_resolution",
          ),
          fc.jsonValue(),
        ),
        (rest) => {
          assert.equal(readFolder({ folder_id: id, ...rest })?.id, id);
        },
      ),
    );
  });
});

describe("readPage", () => {
  const other = "9c0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f32";
  const items = [{ folder_id: id }, { folder_id: other }];

  it("reads an envelope, in either order of its members and with members that are null", () => {
    for (const [envelope, total] of [
      [{ offset: 0, limit: 100, total_count: 7, items }, 7],
      [{ total_count: 0, items }, 0],
      [{ total_count: null, offset: 0, limit: null, items }, undefined],
      [{ items, items_extended: null }, undefined],
      [{ items, total_count: "7" }, undefined],
      [{ items, total_count: -1 }, undefined],
      [{ items, total_count: 1.5 }, undefined],
      [{ items, total_count: 1e300 }, undefined],
    ] as const) {
      const page = readPage(envelope);
      assert.deepEqual(
        page?.folders.map((folder) => folder.id),
        [id, other],
      );
      assert.equal(page.totalCount, total);
      assert.equal(page.skipped, 0);
    }
  });

  it("reads a bare array", () => {
    const page = readPage(items);
    assert.equal(page?.folders.length, 2);
    assert.equal(page.totalCount, undefined);
  });

  it("skips and counts what is not a folder", () => {
    const page = readPage({ items: [null, { folder_id: id }, {}, "x", [items[0]]], total_count: 5 });
    assert.deepEqual(
      page?.folders.map((folder) => folder.id),
      [id],
    );
    assert.equal(page.skipped, 4);
  });

  it("reads an empty list", () => {
    assert.deepEqual(readPage({ items: [], total_count: 0 }), { folders: [], totalCount: 0, skipped: 0 });
  });

  it("is undefined for any other shape", () => {
    for (const json of [null, 3, "items", {}, { items: null }, { items: {} }, { folders: [] }]) {
      assert.equal(readPage(json), undefined);
    }
  });
});
