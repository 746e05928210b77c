import assert from "node:assert/strict";
import { MAX_ANALYSES, MAX_DEPTH, MAX_VALUES } from "../../../src/base/limits";
import { readErrorBody } from "../../../src/oz/http/httpError";
import { jsonExtent } from "../../../src/oz/http/jsonExtent";
import { readPage } from "../../../src/oz/model/folder";
import { idOf } from "../folders/build";
import { clientOf, closeServers, errorOf, serve } from "./support";

const request = { offset: 0, limit: 100 };

/** @returns a list nested that deep in itself */
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

const folderText = (number: number, more: string): string => `{"folder_id": "${idOf(number)}", ${more}}`;

async function listOf(text: string) {
  const { address } = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(text);
  });
  return clientOf(address).client;
}

describe("a reply beyond the limits", () => {
  afterEach(closeServers);

  it("is refused before it is parsed if it has too many values", async () => {
    const tooMany = `[${folderText(1, `"analyses": [${"{},".repeat(MAX_VALUES)}{}]`)}]`;
    const client = await listOf(tooMany);
    const parse = JSON.parse;
    let parsed = 0;
    JSON.parse = (text: string, ...rest) => {
      if (text === tooMany) parsed += 1;
      return parse(text, ...rest) as unknown;
    };
    const error = await errorOf(client.listFolders(request)).finally(() => (JSON.parse = parse));
    assert.equal(error.reason, "unreadable");
    assert.match(
      error.message,
      /^The reply from 127\.0\.0\.1:\d+ has more than 250,000 values, .* such as curl, .*\.$/,
    );
    assert.equal(parsed, 0);
  });

  it("is not read as an error of Oz API if it has too many values", () => {
    const values = Array(MAX_VALUES).fill("0").join();
    assert.equal(readErrorBody(`{"error_code": 4, "details": [${values}]}`), undefined);
    assert.equal(readErrorBody('{"error_code": 4, "details": [0]}')?.code, 4);
  });

  it("shows all folders of a list if one is nested too deeply, with a finding on that one", async () => {
    const deep = folderText(1, `"meta_data": {"order": 7, "deep": ${nested(5000)}}`);
    const fine = folderText(2, `"meta_data": ${nested(MAX_DEPTH - 1)}`);
    for (const text of [`[${deep}, ${fine}]`, `{"items": [${deep}, ${fine}]}`]) {
      const { folders } = await (await listOf(text)).listFolders(request);
      assert.deepEqual(
        folders.map(({ id }) => id),
        [idOf(1), idOf(2)],
      );
      const [first, second] = folders;
      assert.equal(first!.metaData?.order, 7);
      assert.deepEqual(
        first!.resolution.findings.map(({ code, message }) => [code, message]),
        [
          [
            "replyCut",
            "The folder is nested more than 100 levels deep; what is deeper is not shown. Open JSON to see all.",
          ],
        ],
      );
      assert.equal(jsonExtent(JSON.stringify(first!.json)).depth, MAX_DEPTH);
      assert.deepEqual(second!.resolution.findings, []);
      assert.equal(jsonExtent(JSON.stringify(second!.json)).depth, MAX_DEPTH);
    }
  });

  it("reads a folder that is nested too deeply the same alone and in a list, with its original text", async () => {
    const text = folderText(1, `"meta_data": ${nested(5000)}`);
    const reply = await (await listOf(text)).getFolder(idOf(1));
    const { folders } = await (await listOf(`[${text}]`)).listFolders(request);
    assert.equal(reply.text, text);
    assert.deepEqual(reply.folder.json, folders[0]?.json);
    assert.deepEqual(reply.folder.resolution, folders[0]?.resolution);
    assert.equal(reply.folder.resolution.findings.length, 1);
  });

  it("is read only as far as was requested, and does not end the list", async () => {
    const items = Array.from({ length: 300 }, (_, index) => ({ folder_id: index === 1 ? "" : idOf(index) }));
    const page = await (await listOf(JSON.stringify({ items, total_count: 1000 }))).listFolders(request);
    assert.deepEqual([page.folders.length, page.skipped, page.totalCount], [99, 1, 1000]);
    assert.equal(page.folders.at(-1)?.id, idOf(99));
    assert.equal(readPage(items)?.folders.length, 299);
  });

  it("resolves no more analyses of a folder than the limit", async () => {
    const text = `[${folderText(1, `"analyses": [${Array(20_000).fill("{}").join()}]`)}]`;
    const { folders } = await (await listOf(text)).listFolders(request);
    const { groups, findings } = folders[0]!.resolution;
    assert.equal(
      groups.reduce((sum, { analyses }) => sum + analyses.length, 0),
      MAX_ANALYSES,
    );
    assert.deepEqual(
      findings.filter(({ code }) => code === "replyCut").map(({ message }) => message),
      ["The folder has 20,000 analyses; only the first 500 are shown. Open JSON to see all."],
    );
  });
});
