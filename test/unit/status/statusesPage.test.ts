import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { STATUSES_PAGE, statusesPage } from "../../docs/statusesPage";

describe(STATUSES_PAGE, () => {
  it("is what `npm run docs:statuses` writes", async () => {
    assert.equal(await readFile(STATUSES_PAGE, "utf8"), await statusesPage());
  });
});
