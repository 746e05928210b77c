import assert from "node:assert/strict";
import { Uri } from "vscode";
import { jsonUri, readJsonUri, refusalOf } from "../../../src/views/documentUri";

const shown = { server: "oz.example.com", key: "k1" };

describe("refusalOf", () => {
  it("lets the connection on screen show its own documents", () => {
    assert.equal(refusalOf({ ...shown }, shown), undefined);
  });

  it("refuses the documents of another server, even under the same key or without one", () => {
    for (const key of ["k1", "k2", ""]) {
      const sentence = "Switch to other.example to see this document.";
      assert.equal(refusalOf({ server: "other.example", key }, shown), sentence);
      assert.equal(refusalOf({ server: "other.example", key }, { ...shown, key: "" }), sentence);
    }
  });

  it("refuses the documents of another connection to the same server, even without a key", () => {
    for (const key of ["k2", ""])
      assert.match(refusalOf({ ...shown, key }, shown) ?? "", /^This belongs to another connection to oz\./);
  });

  it("refuses every document while signed out", () => {
    const nobody = { server: "", key: "" };
    for (const key of ["k1", ""])
      assert.equal(refusalOf({ ...shown, key }, nobody), "Sign in to oz.example.com to see this document.");
  });
});

describe("readJsonUri", () => {
  it("reads the URI of a folder and of an analysis with any ID", () => {
    for (const analysisId of [undefined, "a", "a/b c%", "100%"]) {
      const identity = { folderId: "f", analysisId, version: 3 };
      assert.deepEqual(readJsonUri(jsonUri(shown, identity)), { ...shown, ...identity });
    }
  });

  it("returns undefined for any other URI, even one with a malformed escape sequence", () => {
    const uri = (path: string, scheme = "oz-inspector"): Uri => Uri.from({ scheme, authority: "h", path });
    assert.equal(readJsonUri(uri("/folders/f/analyses/%zz.json")), undefined);
    assert.equal(readJsonUri(uri("/folders/f.md")), undefined);
    assert.equal(readJsonUri(uri("/folders/f.json", "file")), undefined);
  });
});
