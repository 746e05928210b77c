import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { loadOwnFile } from "../../../../src/oz/http/ownFile";
import { OzError } from "../../../../src/oz/http/ozError";

const require = createRequire(import.meta.url);

describe("loadOwnFile", () => {
  it("says that the window must be reloaded if the file is gone, without its path", async () => {
    const gone = loadOwnFile(() =>
      Promise.resolve().then((): unknown => require(path.join(import.meta.dirname, "gone.js"))),
    );
    await assert.rejects(gone, (error) => {
      assert.ok(error instanceof OzError);
      assert.equal(error.reason, "outdatedWindow");
      assert.equal(error.message, "A file of Oz Inspector is gone, as after an update. Reload the window.");
      assert.equal(error.cause, undefined);
      return true;
    });
  });

  it("leaves everything else as it is", async () => {
    assert.equal(await loadOwnFile(() => Promise.resolve(7)), 7);
    const error = new Error("broken");
    await assert.rejects(
      loadOwnFile(() => Promise.reject(error)),
      error,
    );
  });
});
