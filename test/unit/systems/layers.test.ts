import assert from "node:assert/strict";
import { layersFor } from "../../layers";
import type { System } from "../../vscode/systems";

const NPM = "/npm/bin/npm-cli.js";

const linesOf = (system: System): Record<string, string> =>
  Object.fromEntries(
    layersFor(system, NPM)
      .flat()
      .map(({ name, command: [, ...args] }) => [name, args.join(" ")]),
  );

describe("npm test", () => {
  it("runs the host suite in a VS Code server, and clicks in it, where there is one", () => {
    const lines = linesOf({ platform: "linux", arch: "x64" });
    assert.equal(
      lines["in VS Code, minimum"],
      "--import tsx test/vscode/runHost.ts minimum --package=out/oz-inspector.vsix",
    );
    assert.ok("clicks in VS Code" in lines && "VS Code and Chromium" in lines);
  });

  it("runs the host suite in desktop VS Code elsewhere, and all that needs none", () => {
    const lines = linesOf({ platform: "win32", arch: "x64" });
    assert.equal(
      lines["in VS Code, minimum"],
      "--import tsx test/vscode/runHost.ts minimum --package=out/oz-inspector.vsix --desktop",
    );
    assert.deepEqual(Object.keys(lines), [
      "unit tests",
      "lint",
      "soak, shortened",
      "types",
      "format",
      "package",
      "broken servers",
      "in VS Code, current",
      "in VS Code, minimum",
    ]);
    assert.equal(lines["soak, shortened"], `${NPM} run --silent soak -- 240 20261126`);
  });
});
