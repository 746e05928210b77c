import assert from "node:assert/strict";
import { connectionInWords, markInWords } from "../../../../src/views/text/connectionText";

describe("a connection in words", () => {
  it("is its name, after its mark if it has one", () => {
    assert.equal(connectionInWords({ name: "oz.example.com" }), "oz.example.com");
    assert.equal(
      connectionInWords({ name: "oz.example.com", mark: "Production" }),
      "[Production] oz.example.com",
    );
    assert.equal(connectionInWords({ name: "oz.example.com", mark: " " }), "oz.example.com");
  });

  it("is plain text of a bounded length, whatever was saved", () => {
    assert.equal(markInWords({ name: "", mark: "\u202eProd\nuction" }), "Prod uction");
    assert.equal(markInWords({ name: "", mark: "x".repeat(99) }), `${"x".repeat(19)}…`);
    assert.ok(connectionInWords({ name: "n".repeat(999), mark: "m".repeat(999) }).length < 90);
  });
});
