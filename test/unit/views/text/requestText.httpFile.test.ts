import assert from "node:assert/strict";
import fc from "fast-check";
import { httpRequest } from "../../../../src/views/text/requestText";
import { hostileUrl } from "./hostileUrls";

/** Whatever any program takes for the end of a line. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * Reads a `.http` file as REST Client and HTTP Client do: ### begins a request, # and // a comment, an empty line the
 * body, and what stands in {{}} is replaced.
 */
function readHttpFile(text: string): readonly (readonly string[])[] {
  const requests: string[][] = [];
  for (const line of text.split(LINE_END)) {
    if (line.startsWith("###")) requests.push([]);
    else if (!/^\s*(?:#|\/\/)/.test(line)) requests.at(-1)?.push(line.replace(/\{\{(.*?)\}\}/g, "<$1>"));
  }
  return requests;
}

describe("a copied HTTP request", () => {
  it("is one request with our headers only, for any address and ID", () => {
    fc.assert(
      fc.property(hostileUrl, (url) => {
        assert.deepEqual(readHttpFile(httpRequest(url)), [
          [`GET ${url}`, "Accept: application/json", "X-Forensic-Access-Token: <ozAccessToken>", ""],
        ]);
        assert.match(url, /^[!-~]+$/);
      }),
    );
  });
});
