import assert from "node:assert/strict";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { clientOf, closeServers, errorOf, serve } from "../support";

const request = { offset: 0, limit: 100 };
const json = '{"items": []}';

describe("a reply that cannot be read", () => {
  afterEach(closeServers);

  async function listOf(headers: Record<string, string>, body: string | Buffer) {
    const { address } = await serve((_, response) => {
      response.writeHead(200, headers).end(body);
    });
    return clientOf(address).client.listFolders(request);
  }

  for (const [encoding, body] of [
    ["br", brotliCompressSync(json)],
    ["gzip, gzip", gzipSync(gzipSync(json))],
  ] as const)
    it(`is said to be compressed: ${encoding}, whatever its type`, async () => {
      for (const type of ["application/json", "text/html"]) {
        const headers = { "content-type": type, "content-encoding": encoding };
        const error = await errorOf(listOf(headers, body));
        assert.equal(error.reason, "unreadable");
        const sentence = new RegExp(
          `^The reply from \\S+ is compressed as “${encoding}”, which was not asked for\\. .*\\.$`,
        );
        assert.match(error.message, sentence);
      }
    });

  it("is not said to be compressed if it was unpacked", async () => {
    for (const encoding of ["gzip", "x-gzip"]) {
      const headers = { "content-type": "application/json", "content-encoding": encoding };
      const error = await errorOf(listOf(headers, gzipSync("{")));
      assert.equal(error.reason, "unreadable");
      assert.doesNotMatch(error.message, /compressed/);
    }
  });

  it("is said to be empty, if it is", async () => {
    const error = await errorOf(listOf({ "content-type": "application/json" }, ""));
    assert.equal(error.reason, "unreadable");
    assert.match(error.message, /^The reply from \S+ is empty\. Try again, and check the address\.$/);
  });

  it("is read all the same if only its headers are wrong", async () => {
    const page = await listOf({ "content-type": "text/html", "content-encoding": "utf-8" }, json);
    assert.deepEqual(page.folders, []);
  });
});
