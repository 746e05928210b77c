import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { TOKEN_HEADER } from "../../../../src/oz/http/ozHttp";
import { curlCommand } from "../../../../src/views/text/requestText";
import { hostileUrl } from "./hostileUrls";

/** Shells that may be on this machine, each started so that it reads commands as if they were pasted. */
const SHELLS: readonly (readonly [string, ...string[]])[] = [
  ["sh"],
  // With the history expansion of a terminal, which replaces !.
  ["bash", "--norc", "-o", "history", "-o", "histexpand"],
  ["dash"],
  ["zsh", "-f"],
  ["ksh"],
  ["mksh"],
  ["busybox", "sh"],
  ["fish", "--no-config"],
];

/** Would be expanded if a shell read it again. */
const TOKEN = "a b'c\"$(id)`id`$HOME";

describe("a copied cURL command", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "oz-curl-"));
    const curl = path.join(folder, "curl");
    writeFileSync(curl, `#!/bin/sh\nprintf '%s\\0' "$#" "$@"\n`);
    chmodSync(curl, 0o755);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** @returns what a shell prints that is given some lines */
  function paste([shell, ...args]: readonly [string, ...string[]], lines: string): string {
    // From a file, because fish reads no socket.
    const script = path.join(folder, "script");
    writeFileSync(script, lines);
    const stdin = openSync(script, "r");
    const env = { PATH: `${folder}:${process.env.PATH}`, HOME: folder, OZ_ACCESS_TOKEN: TOKEN };
    const { stdout } = spawnSync(shell, args, {
      env,
      encoding: "utf8",
      stdio: [stdin, "pipe", "inherit"],
    });
    closeSync(stdin);
    return stdout;
  }

  const shells = SHELLS.filter(([shell]) => spawnSync(shell, ["-c", "exit"]).error === undefined);

  it("is tried in the shells of this machine", () => assert.ok(shells.some(([shell]) => shell === "sh")));

  for (const shell of shells) {
    it(`gives cURL exactly the URL and the token in ${shell[0]}`, () => {
      fc.assert(
        fc.property(fc.array(hostileUrl, { minLength: 1, maxLength: 5 }), (urls) => {
          const lines = urls.map((url) => `${curlCommand(url)}\n`).join("");
          const received = urls.map((url) =>
            ["4", "-g", "-H", `${TOKEN_HEADER}: ${TOKEN}`, url, ""].join("\0"),
          );
          assert.equal(paste(shell, lines), received.join(""));
        }),
      );
    });
  }
});
