import assert from "node:assert/strict";
import { type Log, scrubbingLog } from "../../../../src/base/log/log";
import { Scrubber } from "../../../../src/base/log/scrubber";

describe("scrubbingLog", () => {
  const lines: string[] = [];
  const keep = (line: string): unknown => lines.push(line);
  const scrubber = new Scrubber();
  const log = scrubbingLog({ debug: keep, info: keep, warn: keep, error: keep }, scrubber);

  for (const level of ["debug", "info", "warn", "error"] satisfies (keyof Log)[]) {
    it(`removes what is shaped like a token at level ${level}`, () => {
      const secrets = [
        "5a4d0b0c".repeat(16),
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
      ];
      for (const secret of secrets) {
        lines.length = 0;
        log[level](`refused: token=${secret}, sent twice: ${secret}`);
        for (const part of secret.split(".")) assert.ok(!lines.join().includes(part), lines.join());
      }
    });
  }

  it("removes known secrets of any shape", () => {
    lines.length = 0;
    scrubber.add("hunter2");
    log.warn("a proxy said: no user hunter2");
    assert.deepEqual(lines, ["a proxy said: no user …"]);
  });

  it("keeps IDs, paths and words", () => {
    lines.length = 0;
    const line =
      "id=7e7e7e7e-0000-4000-8000-000000000001 GET /api/folders/7e7e7e7e-0000-4000-8000-000000000001 200 12 ms 4711 B";
    log.info(line);
    assert.deepEqual(lines, [line]);
  });
});
