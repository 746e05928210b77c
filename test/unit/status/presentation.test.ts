import assert from "node:assert/strict";
import { present, type Severity } from "../../../src/status/presentation";
import { STATUSES, type Status } from "../../../src/status/status";

describe("presentation of a status", () => {
  for (const property of ["icon", "label"] as const) {
    it(`has a different ${property} for each status`, () => {
      assert.equal(new Set(STATUSES.map((status) => present(status)[property])).size, STATUSES.length);
    });
  }

  const severities: Readonly<Record<Status, Severity>> = {
    INITIAL: "info",
    PROCESSING: "info",
    FAILED: "error",
    FINISHED: "info",
    DECLINED: "error",
    OPERATOR_REQUIRED: "warning",
    SUCCESS: "ok",
    UNKNOWN: "info",
  };
  for (const status of STATUSES) {
    const severity = severities[status];
    it(`gives ${status} the severity ${severity}`, () => assert.equal(present(status).severity, severity));
  }

  it("shows an unknown status as the server wrote it, truncated to fit a row", () => {
    assert.equal(present("UNKNOWN", "MANUAL_CHECK").label, "Unknown (MANUAL_CHECK)");
    assert.ok(present("UNKNOWN", "X".repeat(1_000_000)).label.length < 60);
    assert.equal(present("SUCCESS", "success").label, "Success");
  });
});
