import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the host", () => {
  it("is the requested version of VS Code", () => {
    const expected = process.env.TEST_VSCODE;
    assert.ok(expected, "TEST_VSCODE names the version");
    assert.equal(vscode.version, expected);
  });
});
