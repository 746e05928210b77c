import assert from "node:assert/strict";
import { OpenedUris } from "../../../src/views/openedUris";
import { TestMemory } from "../connections/stores";

describe("OpenedUris", () => {
  it("has the URIs that were added, and no others", () => {
    const opened = new OpenedUris(new TestMemory());
    opened.add("scheme:/a");
    assert.ok(opened.has("scheme:/a"));
    for (const other of ["scheme:/b", "scheme:/", "scheme:/a?x", "SCHEME:/A", ""])
      assert.ok(!opened.has(other), other);
  });

  it("survives a restart", () => {
    const memory = new TestMemory();
    new OpenedUris(memory).add("scheme:/a");
    assert.ok(new OpenedUris(memory).has("scheme:/a"));
  });

  it("forgets the oldest of very many; adding one again makes it the newest", () => {
    const opened = new OpenedUris(new TestMemory());
    opened.add("scheme:/first");
    opened.add("scheme:/second");
    for (let index = 0; index < 150; index++) opened.add(`scheme:/${index}`);
    opened.add("scheme:/second");
    for (let index = 150; index < 250; index++) opened.add(`scheme:/${index}`);
    assert.ok(!opened.has("scheme:/first"));
    assert.ok(opened.has("scheme:/second"));
  });

  it("ignores saved data of another shape", () => {
    for (const saved of [null, "scheme:/a", { 0: "scheme:/a" }, [["scheme:/a"], 1]]) {
      const memory = new TestMemory();
      void memory.update("ozInspector.openedDocuments", saved);
      const opened = new OpenedUris(memory);
      assert.ok(!opened.has("scheme:/a"));
      opened.add("scheme:/b");
      assert.ok(opened.has("scheme:/b"));
    }
  });
});
