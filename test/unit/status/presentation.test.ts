import assert from "node:assert/strict";
import { present, STATUS_WORDS, type Status } from "../../../src/status";

const all: readonly Status[] = [...STATUS_WORDS, "UNKNOWN"];

describe("how a status is shown", () => {
  for (const property of ["icon", "label", "spoken"] as const) {
    it(`no two statuses share their ${property}`, () => {
      assert.equal(new Set(all.map((status) => present(status)[property])).size, all.length);
    });
  }

  it("shows an unknown word as it came, cut to a length that a row can hold", () => {
    assert.equal(present("UNKNOWN", "MANUAL_CHECK").label, "Unknown (MANUAL_CHECK)");
    assert.ok(present("UNKNOWN", "X".repeat(1_000_000)).label.length < 60);
    assert.equal(present("SUCCESS", "success").label, "Success");
  });
});
