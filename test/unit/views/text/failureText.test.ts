import assert from "node:assert/strict";
import { OzError } from "../../../../src/oz/http/ozError";
import { errorSentence, failureSentence } from "../../../../src/views/text/failureText";
import { useUtc } from "../../examples/useUtc";

const now = Date.parse("2025-03-01T12:00:00Z");
const origin = "http://127.0.0.1:8080";
const limited = (facts: { status?: number; retryAfter?: number }): OzError =>
  new OzError("tooManyRequests", "Own words.", { origin, ...facts });

describe("a server that asks to wait", () => {
  useUtc();

  it("is quoted with the end of the wait, and Refresh asks it before", () => {
    assert.equal(
      errorSentence(limited({ retryAfter: 90_000 }), now),
      "127.0.0.1:8080 asked us to wait until 12:01:30. Refresh to ask now.",
    );
  });

  it("is quoted with the end of the wait if it has just said so", () => {
    const sentence = errorSentence(limited({ status: 429, retryAfter: 90_000 }), now);
    assert.equal(sentence, "127.0.0.1:8080 asked us to wait until 12:01:30.");
    assert.equal(errorSentence(limited({ status: 429 }), now), "Own words.");
  });

  it("is told about with the next request, which stays true", () => {
    const failure = { since: now, retryAt: now + 90_000 };
    const next = "Next request at 2025-03-01 12:01:30 UTC. Refresh asks now.";
    for (const status of [{}, { status: 429 }])
      assert.equal(
        failureSentence({ ...failure, error: limited({ ...status, retryAfter: 90_000 }) }),
        `Own words. ${next}`,
      );
  });
});
