import assert from "node:assert/strict";
import type { SandboxOptions } from "../../../../src/sandbox/createSandbox";
import { EPOCH, type FolderBody, TestSandbox } from "../testSandbox";

const DAY = 86_400;

/** Compares a filtered list with all folders filtered by the test itself. */
async function check(
  query: string,
  stays: (folder: FolderBody) => boolean,
  options = {},
): Promise<FolderBody[]> {
  const sandbox = new TestSandbox({ folders: 600, arrivalInterval: 1000, ...options });
  sandbox.now += 30_000;
  const all = (await sandbox.list("limit=5000")).items;
  const found = await sandbox.list(`limit=5000&${query}`);
  const expected = all.filter(stays);
  assert.ok(expected.length > 0 && expected.length < all.length, `${query} tells nothing apart`);
  assert.deepEqual(found.items, expected, query);
  assert.equal(found.total_count, expected.length);
  return found.items;
}

async function refusal(query: string): Promise<unknown> {
  const [status, text] = await new TestSandbox().raw(`/api/folders/?${query}`);
  return [status, JSON.parse(text)];
}

/** The status in the database, where an empty text in the reply is null. */
const upper = (word: string | null | undefined): string | null =>
  word === "" ? null : (word?.toUpperCase() ?? null);

describe("sandbox filters", () => {
  it("match statuses in any case, comma-separated or repeated, and null for a missing one", async () => {
    await check("system_resolution=declined", (folder) => upper(folder.system_resolution) === "DECLINED");
    await check("resolution_status=FAILED,INITIAL", ({ resolution_status: word }) =>
      ["FAILED", "INITIAL"].includes(upper(word) ?? ""),
    );
    await check("resolution_status=FAILED&resolution_status=INITIAL", ({ resolution_status: word }) =>
      ["FAILED", "INITIAL"].includes(upper(word) ?? ""),
    );
    const without = await check(
      "system_resolution=null",
      (folder) => upper(folder.system_resolution) === null,
    );
    assert.ok(
      without.some((folder) => folder.system_resolution === ""),
      "an empty text is a missing word",
    );
  });

  it("exclude statuses, and like the database also folders without a status", async () => {
    await check(
      "system_resolution.exclude=SUCCESS",
      ({ system_resolution: word }) => upper(word) !== "SUCCESS" && upper(word) !== null,
    );
    await check(
      "resolution_status.exclude=FINISHED,FAILED",
      ({ resolution_status: word }) => !["FINISHED", "FAILED"].includes(upper(word) ?? ""),
    );
  });

  it("reject an unknown status", async () => {
    assert.deepEqual(await refusal("resolution_status=MANUAL_CHECK"), [
      400,
      {
        error_code: 4,
        error_message: "Could not cast MANUAL_CHECK as valid ResolutionStatus",
        error_details: null,
      },
    ]);
  });

  it("match and exclude folders by ID, never by a foreign one", async () => {
    const { items } = await new TestSandbox({ folders: 600 }).list("limit=3");
    const [one, two] = items.map(({ folder_id }) => folder_id) as [string, string];
    const foreign = "11111111-2222-4333-8444-555555555555";
    await check(`folder_id=${one},${two.toUpperCase()},${foreign}`, ({ folder_id }) =>
      [one, two].includes(folder_id),
    );
    await check(`folder_id=null,${one.replaceAll("-", "")}`, ({ folder_id }) => folder_id === one);
    await check(`folder_id.exclude=${one}`, ({ folder_id }) => folder_id !== one);
  });

  it("reject an ID that is none with code 5", async () => {
    for (const [query, name] of [
      ["folder_id=12345", "folder_id"],
      ["folder_id=", "folder_id"],
      ["folder_id.exclude=x", "folder_id.exclude"],
    ] as const) {
      const message = `Invalid data type for param ${name}`;
      assert.deepEqual(await refusal(query), [
        400,
        { error_code: 5, error_message: message, error_details: null },
      ]);
    }
  });

  it("round times to days, as newer servers do", async () => {
    const noon = EPOCH / 1000;
    const midnight = noon - DAY / 2;
    await check(`time_created.min=${noon}`, (folder) => folder.time_created >= midnight);
    await check(`time_created.max=${noon - DAY}`, (folder) => folder.time_created < midnight);
    await check(
      `time_updated.min=${noon}&time_updated.max=${noon}`,
      ({ time_updated: time }) => time >= midnight && time < midnight + DAY,
    );
    await check(
      "time_created.min=2025-05-19&time_created.max=2025-05-19",
      ({ time_created: time }) => time >= midnight - DAY && time < midnight,
    );
    await check("time_created.max=today", (folder) => folder.time_created < midnight + DAY, {
      epoch: EPOCH + DAY * 1000,
    });
  });

  it("end a day at its last second and 999 microseconds", async () => {
    const midnight = EPOCH + 43_200_000;
    const sandbox = new TestSandbox({ folders: 0, arrivalInterval: 1, epoch: midnight - 1010 });
    sandbox.now = midnight + 20;
    const found = await sandbox.list(`limit=5000&time_created.max=${midnight / 1000 - 1}`);
    assert.deepEqual([found.total_count, found.items[0]?.time_created], [10, midnight / 1000 - 1]);
  });

  it("are off by the zone of the server if it is not that of its database", async () => {
    const noon = EPOCH / 1000;
    const ahead = { zone: 3 * 3_600_000 };
    const shifted = { ...ahead, timeFilters: "exact" };
    await check(`time_created.min=${noon - 4 * 3600}`, ({ time_created }) => time_created >= noon - 3600, {
      ...shifted,
    });
    const sandbox = new TestSandbox(shifted as Partial<SandboxOptions>);
    assert.deepEqual((await sandbox.list(`time_updated.min=${noon - 3600}`)).items, [], "nothing is newer");
    assert.deepEqual((await sandbox.list("time_created.min=now")).items, []);
    // 22:00 is 01:00 of the next day there.
    const evening = noon - DAY / 2 - 7200;
    await check(`time_created.min=${evening}`, ({ time_created }) => time_created >= noon - DAY / 2, ahead);
    const written = ["2025-05-20T09:00:00Z", "2025-05-20T12:00:00%2B03:00", "2025-05-20T09:00"];
    for (const text of written) {
      const bound = `time_created.min=${text}`;
      await check(bound, ({ time_created }) => time_created >= noon - 3 * 3600, shifted);
    }
  });

  it("read ISO 8601 if exact, where a date is its first moment", async () => {
    const exact = { timeFilters: "exact" };
    const midnight = EPOCH / 1000 - DAY / 2;
    await check("time_created.max=2025-05-20", ({ time_created }) => time_created <= midnight, exact);
    for (const text of [
      "2025-05-20T08:30:00.5",
      "2025-05-20 08:30:00.500000",
      "2025-05-20T10:30:00.50%2B02:00",
    ]) {
      const bound = midnight + 8.5 * 3600 + 0.5;
      await check(`time_created.max=${text}`, ({ time_created }) => time_created <= bound, exact);
    }
    for (const text of ["2025-05-20T08", "2025-05-20T08:30:00 02:00", "today at 8"]) {
      const [status, body] = await new TestSandbox({ timeFilters: "exact" }).raw(
        `/api/folders/?time_created.max=${encodeURIComponent(text)}`,
      );
      const message = `Invalid to convert date from string=${text} according to format=iso`;
      assert.deepEqual(
        [status, JSON.parse(body)],
        [400, { error_code: 4, error_message: message, error_details: null }],
      );
    }
    assert.equal((await new TestSandbox().raw("/api/folders/?time_created.max=2025-05-20T08:30"))[0], 400);
  });

  it("keep exact times if configured: seconds with a fraction, milliseconds, microseconds, now", async () => {
    const exact = { timeFilters: "exact" };
    const [, , third] = (await new TestSandbox().list()).items;
    const time = third!.time_created;
    for (const written of [time, Math.round(time * 1000), Math.round(time * 1e6)]) {
      await check(`time_created.min=${written}`, (folder) => folder.time_created >= time, exact);
      await check(`time_created.max=${written}`, (folder) => folder.time_created <= time, exact);
    }
    await check("time_updated.max=now", ({ time_updated }) => time_updated <= EPOCH / 1000 + 30, {
      ...exact,
      epoch: EPOCH + 100_000_000,
    });
  });

  it("reject anything but a time", async () => {
    for (const value of ["yesterday", "", "2025-13-45"]) {
      const message = `Invalid to convert date from string=${value} according to format=%Y-%m-%d`;
      assert.deepEqual(await refusal(`time_created.min=${value}`), [
        400,
        { error_code: 4, error_message: message, error_details: null },
      ]);
    }
    assert.deepEqual(await refusal("time_updated.max=1,2"), [
      400,
      {
        error_code: 4,
        error_message: "Invalid param 'time_updated' type for lower/equal compare",
        error_details: null,
      },
    ]);
  });

  it("ignore unknown parameters", async () => {
    const sandbox = new TestSandbox();
    assert.deepEqual(await sandbox.list("operator_status=NOBODY&colour=red"), await sandbox.list());
  });
});
