import assert from "node:assert/strict";
import { ARRIVALS } from "../../../../src/sandbox/scenarios/arrivals";
import { EPOCH, type FolderBody, TestSandbox } from "../testSandbox";

const words = ({ resolution_status, system_resolution }: FolderBody): string =>
  `${resolution_status}/${system_resolution}`;

describe("sandbox arrivals", () => {
  it("arrive one by one, newest first, before the static folders", async () => {
    const sandbox = new TestSandbox({ folders: 5, arrivalInterval: 10_000 });
    const before = (await sandbox.list()).items;
    assert.equal(before.length, 5);
    sandbox.now += 9_999;
    assert.equal((await sandbox.list()).total_count, 5);
    sandbox.now += 1;
    const [first, ...rest] = (await sandbox.list()).items;
    assert.deepEqual(rest, before);
    assert.equal(first!.time_created, EPOCH / 1000 + 10);
    sandbox.now += 20_000;
    const { items } = await sandbox.list();
    assert.equal(items.length, 8);
    assert.equal(items[2]!.folder_id, first!.folder_id);
    assert.deepEqual(items.slice(3), before);
  });

  it("do not arrive if the interval is 0 or missing", async () => {
    for (const arrivalInterval of [0, undefined]) {
      const sandbox = new TestSandbox({ folders: 5, arrivalInterval });
      sandbox.now += 1e9;
      assert.equal((await sandbox.list()).total_count, 5);
    }
  });

  it("go from INITIAL to PROCESSING to a result, analysis by analysis, and update time_updated", async () => {
    const sandbox = new TestSandbox({ folders: 0, arrivalInterval: 3_600_000 });
    const seen: unknown[] = [];
    for (const second of [0, 1.9, 2, 5.9, 6, 7.9, 8, 600]) {
      sandbox.now = EPOCH + 3_600_000 + second * 1000;
      const [folder] = (await sandbox.list("with_analyses=true")).items as [FolderBody];
      const states = folder.analyses!.map(
        ({ type, state, resolution_status }) => `${type} ${state}/${resolution_status}`,
      );
      seen.push([
        second,
        words(folder),
        Number((folder.time_updated - folder.time_created).toFixed(3)),
        ...states,
      ]);
    }
    const running = (type: string): string => `${type} PROCESSING/PROCESSING`;
    const done = (type: string): string => `${type} FINISHED/SUCCESS`;
    assert.deepEqual(seen, [
      [0, "INITIAL/INITIAL", 0],
      [1.9, "INITIAL/INITIAL", 0.34],
      [2, "PROCESSING/PROCESSING", 2, running("QUALITY"), running("BIOMETRY")],
      [5.9, "PROCESSING/PROCESSING", 2, running("QUALITY"), running("BIOMETRY")],
      [6, "PROCESSING/PROCESSING", 6, done("QUALITY"), running("BIOMETRY")],
      [7.9, "PROCESSING/PROCESSING", 6, done("QUALITY"), running("BIOMETRY")],
      [8, "FINISHED/SUCCESS", 8, done("QUALITY"), done("BIOMETRY")],
      [600, "FINISHED/SUCCESS", 8, done("QUALITY"), done("BIOMETRY")],
    ]);
  });

  it("end within ten seconds with every result in turn, and two are analysed again", async () => {
    const sandbox = new TestSandbox({ folders: 0, arrivalInterval: 60_000 });
    const ends: string[] = [];
    for (let number = 1; number <= ARRIVALS.length; number++) {
      sandbox.now = EPOCH + number * 60_000 + 10_000;
      ends.push(words((await sandbox.list()).items[0]!));
    }
    assert.deepEqual(ends, [
      "FINISHED/SUCCESS",
      "FINISHED/DECLINED",
      "FINISHED/OPERATOR_REQUIRED",
      "FAILED/FAILED",
      "FINISHED/DECLINED",
      "FINISHED/null",
      "FINISHED/SUCCESS",
      "FINISHED/DECLINED",
      "FINISHED/SUCCESS",
    ]);
    for (const [number, runsAgain] of [
      [5, "PROCESSING/PROCESSING"],
      [8, "PROCESSING/DECLINED"],
    ] as const) {
      for (const [second, expected] of [
        [13.9, "FINISHED/DECLINED"],
        [14, runsAgain],
        [19.9, runsAgain],
        [20, "FINISHED/SUCCESS"],
      ] as const) {
        sandbox.now = EPOCH + number * 60_000 + second * 1000;
        assert.equal(words((await sandbox.list()).items[0]!), expected, `arrival ${number}, ${second} s`);
      }
    }
  });

  it("may lag behind their analyses, or queue them", async () => {
    const sandbox = new TestSandbox({ folders: 0, arrivalInterval: 60_000 });
    const seen: unknown[] = [];
    for (const [number, second] of [
      [7, 8.9],
      [7, 9],
      [9, 2.9],
      [9, 3],
    ] as const) {
      sandbox.now = EPOCH + number * 60_000 + second * 1000;
      const [folder] = (await sandbox.list("with_analyses=true")).items as [FolderBody];
      const [liveness] = folder.analyses!;
      seen.push([
        words(folder),
        liveness!.state,
        liveness!.resolution_status,
        liveness!.results_media!.length,
      ]);
    }
    assert.deepEqual(seen, [
      ["PROCESSING/PROCESSING", "FINISHED", "SUCCESS", 1],
      ["FINISHED/SUCCESS", "FINISHED", "SUCCESS", 1],
      ["PROCESSING/PROCESSING", "INITIAL", "INITIAL", 0],
      ["PROCESSING/PROCESSING", "PROCESSING", "PROCESSING", 0],
    ]);
  });

  it("are found by ID, but only the newest 10,000", async () => {
    const sandbox = new TestSandbox({ folders: 3, arrivalInterval: 1 });
    sandbox.now += 1;
    const [first] = (await sandbox.list()).items as [FolderBody];
    assert.deepEqual(await sandbox.get(`/api/folders/${first.folder_id}`), first);
    sandbox.now -= 1;
    assert.equal((await sandbox.raw(`/api/folders/${first.folder_id}`))[0], 404);
    sandbox.now += 10_000;
    assert.equal((await sandbox.list()).total_count, 10_003);
    assert.equal((await sandbox.raw(`/api/folders/${first.folder_id}`))[0], 200);
    sandbox.now += 1;
    assert.equal((await sandbox.list()).total_count, 10_003);
    assert.equal((await sandbox.raw(`/api/folders/${first.folder_id}`))[0], 404);
  });
});
