import assert from "node:assert/strict";
import { FilteredPages } from "../../../../src/folders/filter/filteredPages";
import type { ServerFilter } from "../../../../src/folders/filter/serverFilters";
import type { PageRequest } from "../../../../src/oz/api/folderRequests";
import { OzError, type OzErrorReason } from "../../../../src/oz/http/ozError";
import { page } from "../build";

const FILTERS: readonly ServerFilter[] = [{ a: "1", b: "2" }, { a: "1" }, {}];

/** Pages of a server that fails if a request has one of these parameters; "*" means always. */
function setUp(failing: readonly string[], reason: OzErrorReason) {
  const asked: PageRequest[] = [];
  const readPage = (request: PageRequest) => {
    asked.push(request);
    const fails = failing.some((name) => name in (request.filter ?? {})) || failing.includes("*");
    return fails
      ? Promise.reject(new OzError(reason, "no", { origin: "http://h" }))
      : Promise.resolve(page([request.offset]));
  };
  return { asked, pages: new FilteredPages({ readPage }, FILTERS) };
}

describe("FilteredPages", () => {
  it("requests with the narrowest filter", async () => {
    const { asked, pages } = setUp([], "badRequest");
    assert.deepEqual(await pages.read({ offset: 200, limit: 101 }), page([200]));
    assert.deepEqual(asked, [{ offset: 200, limit: 101, filter: { a: "1", b: "2" } }]);
  });

  it("widens the filter until the server accepts it, and does not try refused ones again", async () => {
    const { asked, pages } = setUp(["b"], "badRequest");
    for (const offset of [0, 100]) await pages.read({ offset, limit: 100 });
    assert.deepEqual(
      asked.map(({ offset, filter }) => [offset, filter]),
      [
        [0, FILTERS[0]],
        [0, FILTERS[1]],
        [100, FILTERS[1]],
      ],
    );
  });

  it("fails if even a request without a filter is refused", async () => {
    const { asked, pages } = setUp(["*"], "badRequest");
    await assert.rejects(pages.read({ offset: 0, limit: 100 }), { reason: "badRequest" });
    assert.equal(asked.length, FILTERS.length);
  });

  it("does not widen the filter after other failures", async () => {
    const { asked, pages } = setUp(["b"], "serverError");
    await assert.rejects(pages.read({ offset: 0, limit: 100 }), { reason: "serverError" });
    assert.deepEqual(asked.at(-1)?.filter, FILTERS[0]);
    assert.equal(asked.length, 1);
  });
});
