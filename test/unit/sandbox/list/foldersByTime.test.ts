import assert from "node:assert/strict";
import fc from "fast-check";
import { EPOCH, type FolderBody, TestSandbox } from "../testSandbox";
import { FIELDS, compare } from "./order";

const DAY = 86_400;
type Time = "time_created" | "time_updated";

/** A bound at or near the time of a folder. */
const bound = fc.option(
  fc.record({
    at: fc.nat(1000),
    of: fc.constantFrom<Time>("time_created", "time_updated"),
    beside: fc.constantFrom(0, 0, 0.001, -0.001, 60, -3600),
  }),
  { nil: undefined },
);
const form = fc.constantFrom("{asc}", "{desc}");
const requests = fc.record({
  folders: fc.oneof(fc.nat(40), fc.nat(40), fc.nat(700)),
  /** Milliseconds since arrivals began: the last few are still running. */
  elapsed: fc.nat(45_000),
  /** Folders that are analysed again or removed, and how long before the list is requested. */
  changes: fc.array(
    fc.record({ which: fc.nat(60), before: fc.nat(15_000), remove: fc.constantFrom(false, false, true) }),
    { maxLength: 4 },
  ),
  sorting: fc
    .record({ field: fc.constantFrom<Time>("time_created", "time_updated"), form })
    .chain((first) =>
      fc
        .array(fc.record({ field: fc.constantFrom(...FIELDS), form }), { maxLength: 1 })
        .map((more) => [first, ...more]),
    ),
  bounds: fc.record({
    "time_created.min": bound,
    "time_created.max": bound,
    "time_updated.min": bound,
    "time_updated.max": bound,
  }),
  timeFilters: fc.constantFrom("day" as const, "exact" as const),
  filter: fc.constantFrom("", "", "&system_resolution=SUCCESS", "&resolution_status=PROCESSING,INITIAL"),
  offset: fc.oneof(fc.nat(5), fc.nat(300)),
  limit: fc.oneof(fc.nat(5), fc.nat(300)),
  totalOmit: fc.boolean(),
});

/** Applies the bounds to one folder. */
function isWithin(folder: FolderBody, bounds: Record<string, number>, exact: boolean): boolean {
  return Object.entries(bounds).every(([name, value]) => {
    const [time, end] = name.split(".") as [Time, "min" | "max"];
    const midnight = Math.floor(value / DAY) * DAY;
    if (end === "min") return folder[time] >= (exact ? value : midnight);
    return folder[time] <= (exact ? value : midnight + DAY - 1 + 0.000999);
  });
}

describe("sandbox lists filtered by time", () => {
  it("agree with checking each folder, for any order, bounds and page", async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const { folders, timeFilters, filter, offset, limit, totalOmit } = request;
        const sandbox = new TestSandbox({ folders, arrivalInterval: 700, timeFilters });
        for (const { which, before, remove } of request.changes) {
          sandbox.now = EPOCH + Math.max(0, request.elapsed - before);
          const [folder] = (await sandbox.list(`limit=1&offset=${which}`)).items;
          if (folder) sandbox.app[remove ? "remove" : "analyseAgain"](folder.folder_id);
        }
        sandbox.now = EPOCH + request.elapsed;
        // Without bounds and not sorted by time: the test does both itself.
        const all = (await sandbox.list(`limit=5000&sorting=folder_id${filter}`)).items;
        const bounds: Record<string, number> = {};
        for (const [name, chosen] of Object.entries(request.bounds)) {
          const folder = chosen && all[chosen.at % all.length];
          if (folder) bounds[name] = Math.round((folder[chosen.of] + chosen.beside) * 1000) / 1000;
        }
        const expected = all
          .filter((folder) => isWithin(folder, bounds, timeFilters === "exact"))
          .sort((one, other) => compare(request.sorting, one, other));
        const sorting = request.sorting.map((each) => each.field + each.form).join();
        const query = Object.entries(bounds).map(([name, value]) => `&${name}=${value}`);
        const page = `&offset=${offset}&limit=${limit}&total_omit=${totalOmit}`;
        const found = await sandbox.list(`sorting=${sorting}${filter}${query.join("")}${page}`);
        assert.deepEqual(found.items, expected.slice(offset, offset + limit));
        assert.equal(found.total_count, totalOmit ? null : expected.length);
      }),
      { numRuns: 150 },
    );
  });

  it("sort arrivals by last change, not by creation", async () => {
    const sandbox = new TestSandbox({ folders: 20, arrivalInterval: 900, timeFilters: "exact" });
    sandbox.now += 30_000;
    const { items } = await sandbox.list("sorting=time_updated");
    const times = items.map(({ time_updated }) => time_updated);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
    const created = items.map(({ time_created }) => time_created);
    assert.notDeepEqual(
      created,
      created.toSorted((a, b) => b - a),
    );
    const since = EPOCH / 1000 + 20;
    assert.deepEqual(
      (await sandbox.list(`sorting=time_updated&time_updated.min=${since}`)).items,
      items.filter(({ time_updated }) => time_updated >= since),
    );
  });
});
