import assert from "node:assert/strict";
import fc from "fast-check";
import { STATUS_WORDS, readStatus } from "../../../../src/status/words";
import { type FolderBody, TestSandbox } from "../sandbox";

const FIELDS = [
  "time_created",
  "time_updated",
  "folder_id",
  "resolution_status",
  "system_resolution",
] as const;

/** The order of the document, unknown words behind, missing ones last. */
function rank(word: string | null | undefined): number {
  const status = readStatus(word);
  if (status === undefined) return 99;
  return status === "UNKNOWN" ? 50 : STATUS_WORDS.indexOf(status);
}

function compare(field: (typeof FIELDS)[number], one: FolderBody, other: FolderBody): number {
  switch (field) {
    case "folder_id":
      return one.folder_id < other.folder_id ? -1 : one.folder_id > other.folder_id ? 1 : 0;
    case "time_created":
    case "time_updated":
      return one[field] - other[field];
    default:
      return rank(one[field]) - rank(other[field]);
  }
}

describe("sorting of the sandbox", () => {
  it("follows all descriptors, then the id descending", async () => {
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
        const all = [...descriptors, { field: "folder_id" as const, form: "" }];
        for (const [at, folder] of items.slice(1).entries()) {
          const before = items[at]!;
          const deciding = all.find(({ field }) => compare(field, before, folder) !== 0)!;
          const sign = deciding.form.toLowerCase() === "{asc}" ? 1 : -1;
          assert.ok(sign * compare(deciding.field, before, folder) < 0, `${sorting} at ${at}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is newest first by default, also when empty, and decodes once more", async () => {
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

  it("refuses a bad form, an unknown field and another direction", async () => {
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
