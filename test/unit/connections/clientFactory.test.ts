import assert from "node:assert/strict";
import { Scrubber } from "../../../src/base/log/scrubber";
import { clientFactory } from "../../../src/connections/clientFactory";
import { windowTokenStore } from "../../../src/connections/tokenStore";
import { nodeFetchTransport } from "../../../src/oz/http/nodeFetch";
import { TestLog } from "../oz/support";
import { TestClock } from "../testClock";

describe("clientFactory", () => {
  it("says once in the log which servers log the ID of a request too", () => {
    const log = new TestLog();
    const timeLimit = (): number => 30_000;
    const parts = { transport: nodeFetchTransport, clock: new TestClock(), log, scrubber: new Scrubber() };
    const open = clientFactory({ ...parts, timeLimit });
    for (const baseUrl of ["http://127.0.0.1:1", "http://127.0.0.1:2"]) open(baseUrl, windowTokenStore());
    assert.equal(log.lines.filter((line) => /\bID\b.*\bLamb\b.*newer than 3\.4\.19\.$/.test(line)).length, 1);
  });
});
