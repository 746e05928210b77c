import assert from "node:assert/strict";
import fc from "fast-check";
import { fetchFolder, fetchPage } from "../../../../src/oz/api/folderRequests";
import { OzError } from "../../../../src/oz/http/ozError";
import { anyJson, folderJson } from "../../status/arbitrary";
import { anyText, clientOf } from "../support";

const ID = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";
const SECRET = "secret-of-the-session";

const folder = fc
  .tuple(folderJson, fc.oneof(fc.jsonValue(), anyJson), fc.oneof(fc.jsonValue(), anyJson))
  .map(([json, meta_data, media]) => ({ folder_id: ID, ...json, meta_data, media }));

const page = fc.oneof(
  fc.array(fc.oneof(folder, anyJson), { maxLength: 3 }),
  fc.record(
    { items: fc.array(fc.oneof(folder, anyJson), { maxLength: 3 }), total_count: anyJson },
    { requiredKeys: [] },
  ),
);

const FRAGMENTS = [
  ...["{", "}", "[", "]", ",", ":", '"', "\\", "\n", "\0", "\u2028", "\ufeff", "\ud800", "\ufffd"],
  ...["NaN", "-Infinity", "1e999", "9007199254740993", "0x1", "01", "-", "null", "undefined", "'", "/*"],
  ...['"folder_id":', '"items":', '"__proto__":{', '"error_code":10', "<html>", "\u0000".repeat(20)],
];

/** One place of a text that is cut out, doubled or replaced. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 30 }),
  put: fc.oneof({ weight: 3, arbitrary: fc.constantFrom("", ...FRAGMENTS) }, anyText),
});

/** What a server may send for JSON, damaged in up to three places, and other texts. */
const textOf = (json: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 1,
      arbitrary: fc.oneof(
        anyText,
        fc.jsonValue().map((value) => JSON.stringify(value)),
      ),
    },
    {
      weight: 9,
      arbitrary: fc
        .tuple(json, fc.constantFrom(0, 2), fc.array(damage, { maxLength: 3 }))
        .map(([value, blanks, damages]) =>
          damages.reduce(
            (text, { at, cut, put }) => {
              const from = Math.floor(at * text.length);
              return text.slice(0, from) + put + text.slice(from + cut);
            },
            JSON.stringify(value, null, blanks),
          ),
        ),
    },
  );

let sent = "";
const { http } = clientOf("https://oz.example.com", {
  transport: () =>
    Promise.resolve({
      status: 200,
      header: (name) => (name.toLowerCase() === "content-type" ? "application/json" : undefined),
      readText: () => Promise.resolve(sent),
    }),
});

/** @returns what was read, or undefined after an error that can be shown */
async function readOrExplain<T>(text: string, read: () => Promise<T>): Promise<T | undefined> {
  sent = text;
  try {
    return await read();
  } catch (error) {
    assert.ok(error instanceof OzError, String(error));
    assert.match(error.message, /^[^\p{C}\p{Zl}\p{Zp}]{1,600}\.$/u);
    assert.ok(!error.message.includes(SECRET));
    return undefined;
  }
}

describe("a reply of any kind", () => {
  it("is the folder that was asked for, as it was sent, or an error in a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(textOf(folder), async (text) => {
        const read = await readOrExplain(text, () => fetchFolder(http, SECRET, ID));
        if (!read) return;
        assert.equal(read.folder.id, ID);
        assert.equal(read.text, text);
      }),
    );
  });

  it("is a page with every folder in it, or an error in a sentence", async () => {
    await fc.assert(
      fc.asyncProperty(textOf(page), async (text) => {
        const read = await readOrExplain(text, () => fetchPage(http, SECRET, { offset: 0, limit: 3 }));
        if (read) assert.ok(read.folders.length + read.skipped <= 3);
      }),
    );
  });

  it("keeps everything of a folder that is JSON", async () => {
    await fc.assert(
      fc.asyncProperty(folder, async (json) => {
        const text = JSON.stringify(json);
        const read = await readOrExplain(text, () => fetchFolder(http, SECRET, ID));
        assert.ok(read);
        assert.equal(JSON.stringify(read.folder.json), JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("keeps every folder of a page that is JSON, in order", async () => {
    const items = fc.array(fc.oneof(folder, anyJson), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(items, async (json) => {
        const text = JSON.stringify({ items: [{ folder_id: ID }, ...json] });
        const read = await readOrExplain(text, () => fetchPage(http, SECRET, { offset: 0, limit: 100 }));
        assert.ok(read);
        const isFolder = (item: unknown): boolean =>
          (item as { folder_id?: unknown } | null)?.folder_id === ID;
        assert.deepEqual(
          read.folders.map((one) => JSON.stringify(one.json)),
          (JSON.parse(text) as { items: unknown[] }).items
            .filter(isFolder)
            .map((item) => JSON.stringify(item)),
        );
        assert.equal(read.skipped, json.length + 1 - read.folders.length);
      }),
    );
  });
});
