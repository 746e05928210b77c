import assert from "node:assert/strict";
import { refusalOf } from "../../../src/views/documentUri";

const shown = { server: "oz.example.com", key: "k1" };

describe("refusalOf", () => {
  it("lets the connection on screen show its own documents", () => {
    assert.equal(refusalOf({ ...shown }, shown), undefined);
  });

  it("refuses the documents of another server, even under the same key or without one", () => {
    for (const key of ["k1", "k2", ""]) {
      const sentence = "Sign in to other.example to see this again.";
      assert.equal(refusalOf({ server: "other.example", key }, shown), sentence);
      assert.equal(refusalOf({ server: "other.example", key }, { ...shown, key: "" }), sentence);
    }
  });

  it("refuses the documents of another connection to the same server, even without a key", () => {
    for (const key of ["k2", ""])
      assert.match(refusalOf({ ...shown, key }, shown) ?? "", /^This belongs to another connection to oz\./);
  });

  it("refuses every document while signed out", () => {
    const nobody = { server: "", key: "" };
    for (const key of ["k1", ""])
      assert.equal(refusalOf({ ...shown, key }, nobody), "Sign in to oz.example.com to see this again.");
  });
});
