import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { KNOWN_STATUSES } from "../../../src/status/status";
import { STATUSES_PAGE, statusesPage } from "../../docs/statusesPage";

describe("the documentation of statuses", () => {
  it(`is generated: ${STATUSES_PAGE} equals the output of \`npm run docs:statuses\``, async () => {
    assert.equal(await readFile(STATUSES_PAGE, "utf8"), await statusesPage());
  });

  it("names every status in docs/api.md", async () => {
    const page = await readFile("docs/api.md", "utf8");
    for (const status of KNOWN_STATUSES) assert.ok(page.includes(`\`${status}\``), status);
  });
});
