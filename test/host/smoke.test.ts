import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the host", () => {
  it("is the VS Code that the run asked for", () => {
    const expected = process.env.TEST_VSCODE;
    assert.ok(expected, "TEST_VSCODE names the version");
    assert.equal(vscode.version, expected);
  });
});
