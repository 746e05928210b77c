import assert from "node:assert/strict";
import fc from "fast-check";
import { type ListBody, TestSandbox } from "../testSandbox";

const ids = ({ items }: ListBody): string[] => items.map(({ folder_id }) => folder_id);

describe("sandbox paging", () => {
  it("writes the members in the order of the framework, with 100 folders by default", async () => {
    const sandbox = new TestSandbox({ folders: 250 });
    const body = await sandbox.list();
    assert.deepEqual(Object.keys(body), ["offset", "limit", "total_count", "items"]);
    assert.deepEqual([body.offset, body.limit, body.total_count, body.items.length], [0, 100, 250, 100]);
    const last = await sandbox.list("offset=240&limit=50");
    assert.deepEqual([last.offset, last.limit, last.total_count, last.items.length], [240, 50, 250, 10]);
    assert.equal((await sandbox.list("offset=250")).items.length, 0);
    assert.equal((await sandbox.list("limit=0")).items.length, 0);
    assert.equal((await sandbox.list("limit=-1")).items.length, 250);
    assert.equal((await sandbox.list("limit=5000")).items.length, 250);
  });

  it("gives every folder once and in order, for any page size, sorting and arrivals", async () => {
    const sortings = [
      "",
      "time_created{asc}",
      "time_updated{asc}",
      "time_updated",
      "folder_id{asc}",
      "resolution_status,time_updated{asc}",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(120),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(30),
        fc.constantFrom(...sortings),
        fc.constantFrom("", "&system_resolution=SUCCESS"),
        async (folders, limit, arrived, sorting, filter) => {
          const sandbox = new TestSandbox({ folders, arrivalInterval: 700 });
          sandbox.now += arrived * 700;
          const query = `sorting=${sorting}${filter}`;
          const whole = await sandbox.list(`${query}&limit=5000`);
          const pages: string[] = [];
          for (let offset = 0; offset < (whole.total_count ?? 0); offset += limit) {
            const page = await sandbox.list(`${query}&offset=${offset}&limit=${limit}`);
            assert.equal(page.total_count, whole.total_count);
            pages.push(...ids(page));
          }
          assert.deepEqual(pages, ids(whole));
          assert.equal(new Set(pages).size, pages.length);
          if (filter === "") assert.equal(pages.length, folders + arrived);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("omits the total on request", async () => {
    const sandbox = new TestSandbox();
    for (const yes of ["true", "1", "yes", "ON"]) {
      assert.equal((await sandbox.list(`total_omit=${yes}`)).total_count, null);
    }
    for (const no of ["false", "0", "perhaps"]) {
      assert.equal((await sandbox.list(`total_omit=${no}`)).total_count, 100);
    }
  });

  it("treats anything but a whole number as missing", async () => {
    const sandbox = new TestSandbox({ folders: 150 });
    const body = await sandbox.list("offset=many&limit=12.5");
    assert.deepEqual([body.offset, body.limit], [0, 100]);
    const python = await sandbox.list("offset=%2B2_0&limit=1_0");
    assert.deepEqual([python.offset, python.limit, python.items.length], [20, 10, 10]);
  });

  it("rejects values out of range", async () => {
    const sandbox = new TestSandbox();
    for (const [query, message, details] of [
      ["offset=-1", "Invalid offset value for pagination", "offset"],
      ["limit=-2", "Invalid limit value for pagination", "limit"],
      ["limit=5001", "Invalid limit value for pagination - exceed max available", "limit"],
    ] as const) {
      const [status, text] = await sandbox.raw(`/api/folders/?${query}`);
      assert.equal(status, 400);
      assert.equal(text, `{"error_code": 4, "error_message": "${message}", "error_details": "${details}"}`);
    }
  });

  it("fails like the database for an offset that it cannot count to", async () => {
    const sandbox = new TestSandbox();
    assert.deepEqual((await sandbox.list(`offset=${2 ** 53}`)).items, []);
    const [status, text] = await sandbox.raw(`/api/folders/?offset=1${"0".repeat(20)}`);
    assert.deepEqual([status, (JSON.parse(text) as { error_code: number }).error_code], [500, 12]);
  });

  it("has another highest limit if configured, and refuses or caps a higher one", async () => {
    const refuses = new TestSandbox({ folders: 600, maxLimit: 100 });
    assert.equal((await refuses.list("limit=100")).items.length, 100);
    const [status, text] = await refuses.raw("/api/folders/?limit=101");
    const message = "Invalid limit value for pagination - exceed max available";
    assert.deepEqual(
      [status, JSON.parse(text)],
      [400, { error_code: 4, error_message: message, error_details: "limit" }],
    );
    const caps = new TestSandbox({ folders: 600, maxLimit: 100, capsLimit: true });
    for (const limit of [500, 5001, -1]) {
      const body = await caps.list(`offset=50&limit=${limit}`);
      assert.deepEqual([body.limit, body.total_count, body.items.length], [100, 600, 100]);
      assert.deepEqual(body, await caps.list("offset=50&limit=100"));
    }
    assert.equal((await caps.list("limit=7")).items.length, 7);
  });

  it("fails instead of writing a reply that would exhaust memory", async () => {
    const [status, text] = await new TestSandbox({ folders: 20_001 }).raw("/api/folders/?limit=-1");
    assert.deepEqual([status, (JSON.parse(text) as { error_code: number }).error_code], [500, 12]);
  });

  it("gives the same folders for the same seed, and others for another", async () => {
    const page = async (seed: number): Promise<string> =>
      (
        await new TestSandbox({ folders: 1_000_000, seed }).raw(
          "/api/folders/?offset=999900&with_analyses=true",
        )
      )[1];
    assert.equal(await page(1), await page(1));
    assert.notEqual(await page(1), await page(2));
  });
});
