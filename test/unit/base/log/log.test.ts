import assert from "node:assert/strict";
import { MAX_LOG_LINE, MAX_LOG_LINES } from "../../../../src/base/limits";
import { type Log, scrubbingLog } from "../../../../src/base/log/log";
import { Scrubber } from "../../../../src/base/log/scrubber";

describe("scrubbingLog", () => {
  const lines: string[] = [];
  const keep = (line: string): unknown => lines.push(line);
  const scrubber = new Scrubber();
  let now = 0;
  const log = scrubbingLog({ debug: keep, info: keep, warn: keep, error: keep }, scrubber, {
    now: () => now,
  });

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

  it("keeps its last lines, as they reached the sink", () => {
    scrubber.add("hunter2");
    for (now = 1000; now <= 1000 * (MAX_LOG_LINES + 2); now += 1000) log.info(`no user hunter2 at ${now}`);
    assert.equal(log.lines.length, MAX_LOG_LINES);
    assert.deepEqual(log.lines[0], {
      at: "1970-01-01T00:00:03.000Z",
      level: "info",
      text: "no user … at 3000",
    });
    log.error("x ".repeat(MAX_LOG_LINE));
    assert.equal(log.lines.at(-1)?.text.length, MAX_LOG_LINE);
    assert.equal(lines.at(-1)?.length, 2 * MAX_LOG_LINE);
  });

  it("keeps IDs, paths and words", () => {
    lines.length = 0;
    const line =
      "id=7e7e7e7e-0000-4000-8000-000000000001 GET /api/folders/7e7e7e7e-0000-4000-8000-000000000001 200 12 ms 4711 B";
    log.info(line);
    assert.deepEqual(lines, [line]);
  });
});
