import assert from "node:assert/strict";
import { findByMetaData, type MetaDataMatches } from "../../../../src/folders/search/findByMetaData";
import type { PageRequest } from "../../../../src/oz/api/folderRequests";
import { jsonExtent } from "../../../../src/oz/http/jsonExtent";
import { parseText } from "../../../../src/oz/http/jsonText";
import { OzError } from "../../../../src/oz/http/ozError";
import { readFolder, type FolderPage, type OzFolder } from "../../../../src/oz/model/folder";
import { folder, idOf } from "../build";

const never = new AbortController().signal;

/** Looks up a value of "a" and "b" in a server that sends these folders for these conditions. */
async function find(
  value: string,
  replies: Readonly<Record<string, readonly OzFolder[]>>,
  isLast = true,
): Promise<MetaDataMatches> {
  const readPage = ({ filter, limit }: PageRequest): Promise<FolderPage> => {
    assert.equal(limit, 100);
    const folders = replies[filter?.meta_data ?? ""] ?? [];
    return Promise.resolve({ folders, totalCount: undefined, skipped: 0, offset: 0, isLast });
  };
  return findByMetaData({ readPage }, { keys: ["a", "b"], value }, never);
}

/** @returns each match as its number with the keys */
const shown = ({ matches }: MetaDataMatches): readonly string[] =>
  matches.map(({ folder: { id }, keys }) => `${Number(id.slice(-4))} ${keys.join("+")}`);

const withMetaData = (number: number, meta_data: unknown): OzFolder => folder(number, { meta_data });

describe("findByMetaData", () => {
  it("lists the matches of all keys newest first, each once with the keys by which it was found", async () => {
    const [one, two, three] = [
      withMetaData(1, { b: "x" }),
      withMetaData(2, { a: "x", b: "x" }),
      withMetaData(3, { a: "x" }),
    ] as const;
    const found = await find("x", { "a==x": [three, two, three], "b==x": [two, one] });
    assert.deepEqual(shown(found), ["3 a", "2 a+b", "1 b"]);
    assert.deepEqual([found.cut, found.unfilteredCount], [[], undefined]);
  });

  it("shows only folders whose own value is exactly this one, whatever the server sends", async () => {
    const values = ["x", "X", "x ", " x", "xx", "", null, 1, true, ["x"], { x: "x" }, undefined];
    const sent = values.map((value, index) => withMetaData(index, { a: value, c: "x" }));
    const others = [null, "x", ["x"], {}, { b: "x" }].map((metaData, index) =>
      withMetaData(50 + index, metaData),
    );
    assert.deepEqual(shown(await find("x", { "a==x": [...sent, ...others] })), ["0 a"]);
  });

  it("compares numbers by all their digits", async () => {
    const sent = ["9007199254740993", "9007199254740992", '"9007199254740993"', "9007199254740993.0"].map(
      (json, index) => {
        const text = `{"folder_id":"${idOf(index)}","time_created":${index},"meta_data":{"a":${json}}}`;
        return readFolder(parseText(text, jsonExtent(text)).json, undefined)!;
      },
    );
    const found = await find("9007199254740993", { "a==9007199254740993": sent });
    assert.deepEqual(shown(found), ["3 a", "2 a", "0 a"]);
  });

  it("tells the keys by which the server has more", async () => {
    const all = [2, 1].map((number) => withMetaData(number, { a: "x", b: "x" }));
    const { cut, unfilteredCount } = await find("x", { "a==x": all, "b==x": all.slice(0, 1) }, false);
    assert.deepEqual(
      [cut, unfilteredCount],
      [
        [
          { key: "a", count: 2 },
          { key: "b", count: 1 },
        ],
        undefined,
      ],
    );
  });

  it("tells how many folders were searched if the server does not filter and has more", async () => {
    const all = [3, 2, 1].map((number) => withMetaData(number, { a: number === 2 ? "x" : "y" }));
    const replies = { "a==x": all, "b==x": all };
    const found = await find("x", replies, false);
    assert.deepEqual([shown(found), found.cut, found.unfilteredCount], [["2 a"], [], 3]);
    assert.equal((await find("x", replies)).unfilteredCount, undefined, "all were searched");
  });

  it("fails if a key cannot be asked for", async () => {
    const failure = new OzError("timeout", "Too late.", { origin: "" });
    const readPage = ({ filter }: PageRequest): Promise<FolderPage> =>
      filter?.meta_data === "b==x"
        ? Promise.reject(failure)
        : Promise.resolve({ folders: [], totalCount: 0, skipped: 0, offset: 0, isLast: true });
    await assert.rejects(findByMetaData({ readPage }, { keys: ["a", "b"], value: "x" }, never), failure);
  });
});
