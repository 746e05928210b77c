import assert from "node:assert/strict";
import { readErrorBody, readRetryAfter } from "../../../../src/oz/http/httpError";

describe("readErrorBody", () => {
  it("reads both names of the details", () => {
    for (const name of ["details", "error_details"]) {
      const text = JSON.stringify({ error_code: 4, error_message: "Invalid limit value", [name]: "limit" });
      assert.deepEqual(readErrorBody(text), { code: 4, message: "Invalid limit value", details: "limit" });
    }
  });

  it("tolerates what is missing", () => {
    assert.deepEqual(readErrorBody('{"error_code": 0}'), { code: 0, message: undefined, details: undefined });
    assert.equal(readErrorBody('{"error_code": "10", "error_message": null}')?.code, 10);
  });

  it("is undefined for what is not from an Oz API", () => {
    for (const text of [
      "",
      "<html>",
      "null",
      "[]",
      "{}",
      '"error_code"',
      '{"error_code": null}',
      '{"error_code": ""}',
      '{"error":',
    ]) {
      assert.equal(readErrorBody(text), undefined);
    }
  });
});

describe("readRetryAfter", () => {
  const now = Date.parse("2025-03-01T12:00:00Z");

  it("reads seconds and dates", () => {
    assert.equal(readRetryAfter("120", now), 120_000);
    assert.equal(readRetryAfter(" 0 ", now), 0);
    assert.equal(readRetryAfter("20, 20", now), 20_000, "a header that was sent twice");
    assert.equal(readRetryAfter("Sat, 01 Mar 2025 12:00:30 GMT", now), 30_000);
  });

  it("waits from 0 to a day", () => {
    assert.equal(readRetryAfter("Sat, 01 Mar 2025 11:00:00 GMT", now), 0);
    assert.equal(readRetryAfter("99999999999999999999", now), 86_400_000);
    assert.equal(readRetryAfter("Fri, 01 Mar 2030 12:00:00 GMT", now), 86_400_000);
  });

  it("is undefined without a header, or for nonsense", () => {
    for (const header of [undefined, "", "soon", "-5", "2.5", "1e3", "delay 3600", "seconds: 3600"]) {
      assert.equal(readRetryAfter(header, now), undefined);
    }
  });
});
