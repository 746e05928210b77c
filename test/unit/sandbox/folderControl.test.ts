import assert from "node:assert/strict";
import { EPOCH, type FolderBody, TestSandbox } from "./testSandbox";

const words = ({ resolution_status, system_resolution }: FolderBody): string =>
  `${resolution_status}/${system_resolution}`;
const ids = (folders: FolderBody[]): string[] => folders.map(({ folder_id }) => folder_id);
const FOREIGN = "11111111-2222-4333-8444-555555555555";

/** Positions in the catalogue, whose order is fixed. */
const DECLINED = 1;
const INITIAL = 5;
const TWO_GROUPS = 7;

/** A sandbox, and its unchanged folders by creation. */
async function start(options = {}): Promise<{ sandbox: TestSandbox; before: FolderBody[] }> {
  const sandbox = new TestSandbox({ folders: 60, timeFilters: "exact", ...options });
  return { sandbox, before: (await sandbox.list("with_analyses=true")).items };
}

/** The members of a folder that a new group of analyses does not change. */
function lasting(folder: FolderBody): unknown {
  return { ...folder, analyses: 0, resolution_status: 0, system_resolution: 0, time_updated: 0 };
}

function folder(sandbox: TestSandbox, id: string): Promise<FolderBody> {
  return sandbox.get<FolderBody>(`/api/folders/${id}?with_analyses=true`);
}

describe("sandbox folder that is analysed again", () => {
  it("is processing at once, ends within seconds, and has the result of the new group", async () => {
    const { sandbox, before } = await start();
    const { folder_id: id } = before[DECLINED]!;
    sandbox.now += 60_123;
    sandbox.app.analyseAgain(id);
    const posted = sandbox.now;
    const seen: unknown[] = [];
    for (const after of [0, 3_999, 4_000, 5_999, 6_000, 3_600_000]) {
      sandbox.now = posted + after;
      const now = await folder(sandbox, id);
      const states = now
        .analyses!.slice(2)
        .map(({ state, resolution_status }) => `${state}/${resolution_status}`);
      seen.push([after, words(now), Math.round(now.time_updated * 1000) - posted, ...states]);
    }
    const running = "PROCESSING/PROCESSING";
    const done = "FINISHED/SUCCESS";
    assert.deepEqual(seen, [
      [0, running, 0, running, running],
      [3_999, running, 0, running, running],
      [4_000, running, 4_000, done, running],
      [5_999, running, 4_000, done, running],
      [6_000, done, 6_000, done, done],
      [3_600_000, done, 6_000, done, done],
    ]);
  });

  it("ends with the given result", async () => {
    for (const [ends, expected] of [
      ["SUCCESS", "FINISHED/SUCCESS"],
      ["DECLINED", "FINISHED/DECLINED"],
      ["OPERATOR_REQUIRED", "FINISHED/OPERATOR_REQUIRED"],
      ["FAILED", "FAILED/FAILED"],
      ["PROCESSING", "PROCESSING/PROCESSING"],
    ] as const) {
      const { sandbox, before } = await start();
      const { folder_id: id } = before[INITIAL]!;
      sandbox.app.analyseAgain(id, ends);
      sandbox.now += 60_000;
      const now = await folder(sandbox, id);
      assert.equal(words(now), expected);
      assert.equal(typeof now.analyses![1]!.error_message === "string", ends === "FAILED");
    }
  });

  it("keeps everything under the same IDs, and gets a new group", async () => {
    const { sandbox, before } = await start();
    for (const old of before) {
      sandbox.app.analyseAgain(old.folder_id);
      sandbox.now += 6_000;
      const now = await folder(sandbox, old.folder_id);
      const analyses = old.analyses!;
      assert.deepEqual(lasting(now), lasting(old));
      assert.deepEqual(now.analyses!.slice(0, analyses.length), analyses);
      const more = now.analyses!.slice(analyses.length);
      assert.deepEqual(
        more.map(({ type }) => type),
        ["QUALITY", "BIOMETRY"],
      );
      const groupOf = (each: (typeof more)[number]): unknown =>
        each.analysis_group_id ?? each.analyse_group_id ?? each.group_id ?? each.time_created;
      assert.equal(groupOf(more[0]!), groupOf(more[1]!));
      assert.ok(!analyses.map(groupOf).includes(groupOf(more[0]!)));
    }
  });

  it("is the same in the list, and each analysis is found by its ID", async () => {
    const { sandbox, before } = await start();
    const { folder_id: id } = before[TWO_GROUPS]!;
    sandbox.app.analyseAgain(id);
    sandbox.now += 5_000;
    const now = await folder(sandbox, id);
    assert.deepEqual((await sandbox.list("with_analyses=true")).items[TWO_GROUPS], now);
    assert.deepEqual(await sandbox.get(`/api/folders/${id}/analyses/`), now.analyses);
    for (const analysis of now.analyses!) {
      assert.deepEqual(await sandbox.get(`/api/analyses/${analysis.analysis_id}`), analysis);
    }
  });

  it("comes first by last change, keeps its place by creation, and is filtered by its new status", async () => {
    const { sandbox, before } = await start();
    const old = ids(before);
    const [one, other] = [old[40]!, old[20]!];
    sandbox.app.analyseAgain(one, "DECLINED");
    sandbox.now += 1_000;
    sandbox.app.analyseAgain(other, "DECLINED");
    sandbox.now += 1_000;
    const poll = `sorting=time_updated{desc}&time_updated.min=${EPOCH / 1000}`;
    assert.deepEqual(ids((await sandbox.list()).items), old);
    const byChange = ids((await sandbox.list("sorting=time_updated{desc}")).items);
    assert.deepEqual(byChange, [other, one, ...old.filter((id) => id !== one && id !== other)]);
    assert.deepEqual(ids((await sandbox.list("sorting=time_updated{asc}")).items), byChange.toReversed());
    assert.deepEqual(ids((await sandbox.list(poll)).items), [other, one]);
    const byCreation = await sandbox.list(`time_updated.min=${EPOCH / 1000}`);
    assert.deepEqual([ids(byCreation.items), byCreation.total_count], [[other, one], 2]);
    const processing = `${poll}&system_resolution=PROCESSING`;
    assert.deepEqual(ids((await sandbox.list(processing)).items), [other, one]);
    sandbox.now += 4_000;
    assert.deepEqual(ids((await sandbox.list(processing)).items), [other]);
    assert.deepEqual(ids((await sandbox.list(`${poll}&system_resolution=DECLINED`)).items), [one]);
    sandbox.now += 1_000;
    assert.deepEqual(ids((await sandbox.list(`${poll}&limit=1`)).items), [other]);
  });

  it("can be analysed again until IDs run out", async () => {
    const { sandbox, before } = await start();
    const { folder_id: id, analyses } = before[DECLINED]!;
    const seen = new Set<unknown>();
    for (let count = analyses!.length; count < 256; count += 2) {
      sandbox.app.analyseAgain(id);
      sandbox.now += 2_000;
    }
    for (const { analysis_id } of (await folder(sandbox, id)).analyses!) seen.add(analysis_id);
    assert.equal(seen.size, 256);
    assert.throws(() => sandbox.app.analyseAgain(id), {
      message: "A sandbox folder can have at most 256 analyses.",
    });
  });

  it("is processing at once, however old it is", async () => {
    const { sandbox, before } = await start({ folders: 600 });
    for (const { folder_id: id } of [...before, ...(await sandbox.list("offset=100&limit=500")).items]) {
      sandbox.now += 7;
      sandbox.app.analyseAgain(id);
      const now = await folder(sandbox, id);
      assert.deepEqual([now.time_updated * 1000, now.resolution_status], [sandbox.now, "PROCESSING"]);
    }
  });

  it("may be an arrival", async () => {
    const { sandbox } = await start({ arrivalInterval: 20_000 });
    sandbox.now += 100_000;
    const { items } = await sandbox.list();
    const { folder_id: id } = items[2]!;
    sandbox.app.analyseAgain(id, "FAILED");
    const [first] = (await sandbox.list("sorting=time_updated&limit=1")).items;
    assert.deepEqual([first!.folder_id, words(first!)], [id, "PROCESSING/PROCESSING"]);
    sandbox.now += 6_000;
    assert.equal(words(await folder(sandbox, id)), "FAILED/FAILED");
  });

  it("is unchanged before that time, and before the epoch", async () => {
    const { sandbox, before } = await start();
    sandbox.now = EPOCH - 7_200_000;
    sandbox.app.analyseAgain(before[3]!.folder_id);
    sandbox.now = EPOCH - 1;
    assert.deepEqual((await sandbox.list("with_analyses=true&sorting=time_updated")).items, before);
    sandbox.now = EPOCH;
    const [first] = (await sandbox.list("sorting=time_updated")).items;
    assert.deepEqual([first!.folder_id, first!.time_updated], [before[3]!.folder_id, EPOCH / 1000]);
  });
});

describe("sandbox folder that is removed", () => {
  it("is gone from look-ups and lists, with its analyses, and the other folders close the gap", async () => {
    const { sandbox, before } = await start({ arrivalInterval: 10_000 });
    sandbox.now += 30_000;
    const { items } = await sandbox.list("with_analyses=true");
    const [arrived, kept] = [items[1]!, items.filter((_, at) => ![1, 9, 10].includes(at))];
    for (const { folder_id } of [items[10]!, arrived, items[9]!]) sandbox.app.remove(folder_id);
    assert.equal(items.length, before.length + 3);
    for (const { folder_id, analyses } of [items[9]!, arrived]) {
      const paths = [`folders/${folder_id}`, `folders/${folder_id}/analyses`];
      for (const path of [...paths, `analyses/${analyses![0]!.analysis_id}`]) {
        const [status, text] = await sandbox.raw(`/api/${path}`);
        assert.deepEqual([status, (JSON.parse(text) as { error_code: number }).error_code], [404, 10]);
      }
    }
    for (const sorting of ["time_created", "time_created{asc}", "time_updated", "folder_id"]) {
      const list = await sandbox.list(`sorting=${sorting}`);
      assert.equal(list.total_count, kept.length);
      assert.deepEqual(new Set(ids(list.items)), new Set(ids(kept)), sorting);
    }
    assert.deepEqual(ids((await sandbox.list()).items), ids(kept));
    assert.deepEqual(ids((await sandbox.list("offset=7&limit=2")).items), ids(kept.slice(7, 9)));
  });

  it("stays removed if it was analysed again, and while others arrive", async () => {
    const { sandbox, before } = await start({ arrivalInterval: 1 });
    const { folder_id: id } = before[0]!;
    sandbox.app.analyseAgain(id);
    sandbox.app.remove(id);
    sandbox.now += 3;
    const [arrived] = (await sandbox.list("limit=1")).items;
    sandbox.app.remove(arrived!.folder_id);
    for (const elapsed of [1, 10_001, 20_000]) {
      sandbox.now = EPOCH + 3 + elapsed;
      const { items, total_count: total } = await sandbox.list("sorting=time_created{asc}&limit=80");
      assert.ok(!ids(items).some((each) => each === id || each === arrived!.folder_id));
      assert.equal(total, Math.min(3 + elapsed, 10_000) - (elapsed === 1 ? 1 : 0) + before.length - 1);
    }
  });
});

describe("sandbox folder that is told to arrive", () => {
  it("is the newest from then on, plays its scenario, and is found by its ID", async () => {
    const { sandbox, before } = await start();
    sandbox.now += 5_000;
    const first = sandbox.app.arrive();
    const [second] = [sandbox.app.arrive(), (sandbox.now += 1)];
    const now = await sandbox.list("with_analyses=true");
    assert.deepEqual(ids(now.items), [second, first, ...ids(before)]);
    assert.deepEqual(
      now.items.slice(0, 2).map(({ time_created }) => Math.round(time_created * 1000) - EPOCH),
      [5_001, 5_000],
    );
    assert.equal(words(await folder(sandbox, first)), "INITIAL/INITIAL");
    sandbox.now += 20_000;
    const ended = await folder(sandbox, first);
    assert.equal(words(ended), "FINISHED/SUCCESS");
    sandbox.now += 3_600_000;
    assert.deepEqual(await folder(sandbox, first), ended);
    assert.equal((await sandbox.list()).total_count, 62);
  });

  it("can be analysed again and removed like others", async () => {
    const { sandbox, before } = await start();
    sandbox.now += 5_000;
    const id = sandbox.app.arrive();
    sandbox.now += 20_000;
    sandbox.app.analyseAgain(id, "DECLINED");
    assert.equal(words(await folder(sandbox, id)), "PROCESSING/PROCESSING");
    sandbox.app.remove(id);
    assert.deepEqual(ids((await sandbox.list()).items), ids(before));
  });

  it("is refused where folders arrive by themselves", async () => {
    const { sandbox } = await start({ arrivalInterval: 1000 });
    assert.throws(() => sandbox.app.arrive(), { message: "In this sandbox folders arrive by themselves." });
  });
});

describe("control of sandbox folders", () => {
  it("rejects a folder that does not exist, has been removed or has not arrived", async () => {
    const { sandbox, before } = await start({ arrivalInterval: 10_000 });
    sandbox.now += 10_000;
    const arrived = (await sandbox.list("limit=1")).items[0]!.folder_id;
    sandbox.now -= 1;
    const removed = before[0]!.folder_id;
    sandbox.app.remove(removed);
    const analysis = before[1]!.analyses![0]!.analysis_id!;
    for (const id of [FOREIGN, "12345", removed, arrived, analysis]) {
      const message = `The sandbox has no folder ${id}.`;
      assert.throws(() => sandbox.app.analyseAgain(id), { message });
      assert.throws(() => sandbox.app.remove(id), { message });
    }
  });
});
