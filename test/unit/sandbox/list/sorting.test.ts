import assert from "node:assert/strict";
import fc from "fast-check";
import { TestSandbox } from "../testSandbox";
import { FIELDS, compare } from "./order";

describe("sandbox sorting", () => {
  it("follows all descriptors, then sorts by ID descending", async () => {
    const sandbox = new TestSandbox({ folders: 150, arrivalInterval: 900 });
    sandbox.now += 40_000;
    const descriptor = fc.record({
      field: fc.constantFrom(...FIELDS),
      form: fc.constantFrom("", "{asc}", "{desc}", "{ASC}"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(descriptor, { minLength: 1, maxLength: 3 }), async (descriptors) => {
        const sorting = descriptors.map(({ field, form }) => field + form).join(",");
        const { items } = await sandbox.list(`limit=5000&sorting=${encodeURIComponent(sorting)}`);
        for (const [at, folder] of items.slice(1).entries()) {
          assert.ok(compare(descriptors, items[at]!, folder) < 0, `${sorting} at ${at}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("takes the other columns as well, where a missing value comes last", async () => {
    const { items } = await new TestSandbox().list("sorting=operator_status{asc},is_archive,user_id{asc}");
    const statuses = items.map(({ operator_status }) => operator_status);
    const decided = statuses.filter((status) => status !== null);
    assert.ok(decided.length > 1);
    assert.deepEqual(statuses, [...decided.sort(), ...statuses.slice(decided.length).fill(null)]);
  });

  it("is newest first by default and if empty, and decodes the value twice", async () => {
    const sandbox = new TestSandbox();
    const byDefault = await sandbox.list();
    assert.deepEqual(byDefault, await sandbox.list("sorting=time_created{desc}"));
    assert.notDeepEqual(byDefault, await sandbox.list("sorting=time_created{asc}"));
    assert.deepEqual(
      await sandbox.list("sorting=time_created{asc}"),
      await sandbox.list(`sorting=${encodeURIComponent(encodeURIComponent("time_created{asc}"))}`),
    );
  });

  it("works at both ends of a million folders", async () => {
    const sandbox = new TestSandbox({ folders: 1_000_000 });
    const [oldest] = (await sandbox.list("sorting=time_created{asc}&limit=1")).items;
    const { items } = await sandbox.list("offset=999999");
    assert.deepEqual(items, [oldest]);
    assert.deepEqual((await sandbox.list("sorting=time_updated&offset=999999")).items, [oldest]);
  });

  it("rejects a malformed descriptor, an unknown field and an unknown direction", async () => {
    const sandbox = new TestSandbox();
    for (const [descriptor, message, details] of [
      ["time_created asc", "Invalid sorting descriptor format time_created asc", {}],
      [
        "age{asc}",
        "Invalid sorting_field value for descriptor age{asc}. Not found in model",
        { field: "age" },
      ],
      [
        "time_created{up}",
        "Invalid sorting_direction value for descriptor time_created{up}. Should be one [asc or desc]",
        {},
      ],
    ] as const) {
      const [status, text] = await sandbox.raw(`/api/folders/?sorting=${encodeURIComponent(descriptor)}`);
      assert.equal(status, 400);
      assert.deepEqual(JSON.parse(text), {
        error_code: 4,
        error_message: message,
        error_details: { key_path: "sorting", descriptor, ...details },
      });
    }
  });
});
