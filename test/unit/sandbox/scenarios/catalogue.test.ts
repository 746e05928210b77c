import assert from "node:assert/strict";
import { CATALOGUE } from "../../../../src/sandbox/scenarios/catalogue";
import { KNOWN_STATUSES } from "../../../../src/status/status";
import { type AnalysisBody, EPOCH, type FolderBody, TestSandbox } from "../testSandbox";

const sandbox = new TestSandbox({ folders: CATALOGUE.length });
const everything = async (): Promise<FolderBody[]> =>
  (await sandbox.list("limit=5000&with_analyses=true")).items;
const analysesOf = (folders: FolderBody[]): AnalysisBody[] =>
  folders.flatMap(({ analyses }) => analyses ?? []);

async function named(example: string): Promise<FolderBody> {
  const { items } = await sandbox.list(
    `with_analyses=true&meta_data=${encodeURIComponent(`example==${example}`)}`,
  );
  assert.equal(items.length, 1, example);
  return items[0]!;
}

describe("sandbox catalogue", () => {
  it("shows every known status in the first ten rows, even if there are only ten", async () => {
    const { items } = await new TestSandbox({ folders: 10 }).list();
    const shown = items.map(
      ({ resolution_status, system_resolution }) => system_resolution ?? resolution_status,
    );
    assert.deepEqual(new Set(shown), new Set(KNOWN_STATUSES));
  });

  it("has the same order for every seed", async () => {
    const other = await new TestSandbox({ folders: CATALOGUE.length, seed: 99 }).list("limit=5000");
    const examples = other.items.map(({ meta_data }) => meta_data?.example);
    assert.deepEqual(
      examples,
      (await everything()).map(({ meta_data }) => meta_data?.example),
    );
  });

  it("gives every scenario a unique name and a description", () => {
    assert.equal(new Set(CATALOGUE.map(({ name }) => name)).size, CATALOGUE.length);
    for (const { name, description } of CATALOGUE) {
      assert.match(description, /\.$/, name);
      // Otherwise a metadata filter could not match it.
      assert.doesNotMatch(name, /[,=<>]/);
    }
  });

  it("has every status in every field, allowed or not", async () => {
    const folders = await everything();
    const analyses = analysesOf(folders);
    const columns = {
      state: analyses.map(({ state }) => state),
      analysis: analyses.map(({ resolution_status }) => resolution_status),
      status: folders.map(({ resolution_status }) => resolution_status),
      result: folders.map(({ system_resolution }) => system_resolution),
    };
    for (const [column, words] of Object.entries(columns)) {
      for (const word of KNOWN_STATUSES) assert.ok(words.includes(word), `${word} as ${column}`);
    }
    assert.ok(columns.analysis.includes(null) && columns.analysis.includes(undefined));
    assert.ok(
      columns.result.includes(null) && columns.result.includes(undefined) && columns.result.includes(""),
    );
    assert.ok(columns.result.includes("MANUAL_CHECK") && columns.result.includes("success"));
  });

  it("has the ID members of every server version", async () => {
    const names = (folder: FolderBody): string[] =>
      Object.keys(folder.analyses![0]!).filter((name) => /anal.*id|group/.test(name));
    assert.deepEqual(names(await named("success")), [
      "analyse_id",
      "analysis_id",
      "group_id",
      "analysis_group_id",
    ]);
    assert.deepEqual(names(await named("server 5")), ["analyse_id", "group_id"]);
    assert.deepEqual(names(await named("server 6")), ["analysis_id", "analysis_group_id"]);
    assert.deepEqual(names(await named("analyse_group_id")), ["analyse_id", "analyse_group_id"]);
    assert.deepEqual(names(await named("groups without ids")), ["analyse_id", "analysis_id"]);
    assert.deepEqual(names(await named("numeric IDs")), ["analyse_id", "group_id"]);
  });

  it("lets the group that finished last decide", async () => {
    const cleared = await named("declined then success");
    assert.equal(cleared.system_resolution, "SUCCESS");
    assert.equal(new Set(cleared.analyses!.map(({ group_id }) => group_id)).size, 2);
    assert.equal((await named("the first group finished last")).system_resolution, "OPERATOR_REQUIRED");
    assert.equal((await named("two groups at the same moment")).system_resolution, "DECLINED");
    const running = await named("declined and running again");
    assert.deepEqual([running.resolution_status, running.system_resolution], ["PROCESSING", "PROCESSING"]);
    assert.deepEqual(
      running.analyses!.map(({ resolution_status }) => resolution_status),
      ["DECLINED", "PROCESSING", "PROCESSING"],
    );
    const failed = await named("failed then success");
    assert.deepEqual([failed.resolution_status, failed.system_resolution], ["FAILED", "SUCCESS"]);
  });

  it("creates groups without IDs more than a second apart, and their members within a second", async () => {
    const times = (await named("groups without ids")).analyses!.map(({ time_created }) => time_created);
    assert.deepEqual(
      times.map((time) => time - times[0]!),
      [0, 0, 23, 23],
    );
  });

  it("has links that cannot be reached from outside, and none in a cleared folder", async () => {
    const { media } = await named("success");
    assert.match(media![0]!.original_url!, /^http:\/\/oz-api-nginx:8880\/static\//);
    const cleared = await named("cleared");
    assert.equal(cleared.is_cleared, true);
    assert.doesNotMatch(JSON.stringify(cleared), /http:/);
  });

  it("gives each analysis the media that its type uses", async () => {
    const [quality, biometry, documents] = (await named("all four types")).analyses!;
    assert.deepEqual(
      quality!.source_media!.map(({ media_type }) => media_type),
      ["VIDEO_FOLDER"],
    );
    assert.equal(biometry!.source_media!.length, 2);
    assert.deepEqual(
      documents!.source_media!.map(({ tags }) => tags),
      [["photo_id", "photo_id_front"]],
    );
    assert.equal(quality!.results_media![0]!.source_video_id, quality!.source_media![0]!.media_id);
    const [shots] = (await named("shot set")).analyses!;
    assert.equal(shots!.results_media![0]!.source_shots_set_id, shots!.source_media![0]!.media_id);
  });

  it("has hostile, deep, non-ASCII, empty and missing metadata", async () => {
    const hostile = JSON.stringify((await named("hostile metadata")).meta_data);
    for (const part of ["$(alert)", "](command:", "![](", "<script>", "\u202e", "\\n"])
      assert.ok(hostile.includes(part), part);
    const all = (await everything()).map(({ meta_data }) => meta_data);
    assert.ok(
      all.some((each) => each === null) && all.some((each) => each && Object.keys(each).length === 0),
    );
    const info = (await named("names in many scripts")).meta_data?.person_info as {
      first_name: string;
      last_name: string;
    };
    assert.match(info.first_name + info.last_name, /[^\0-\x7f]/);
  });

  it("has the same order by creation and by last change, as each folder ends before the next is created", async () => {
    const byChange = await sandbox.list("limit=5000&with_analyses=true&sorting=time_updated");
    assert.deepEqual(byChange.items, await everything());
    const times = byChange.items.map(({ time_updated }) => time_updated);
    assert.deepEqual(
      times,
      times.toSorted((one, other) => other - one),
    );
  });

  it("is older than the epoch and never changes", async () => {
    const before = await everything();
    for (const { time_updated, time_created } of before) {
      assert.ok(time_created <= time_updated && time_updated < EPOCH / 1000);
    }
    sandbox.now += 86_400_000;
    assert.deepEqual(await everything(), before);
  });

  it("is followed by older folders, most of them successful", async () => {
    const { items } = await new TestSandbox({ folders: 3000 }).list(`limit=5000&offset=${CATALOGUE.length}`);
    const good = items.filter(({ system_resolution }) => system_resolution === "SUCCESS").length;
    assert.ok(good > items.length * 0.7 && good < items.length * 0.95, `${good} of ${items.length}`);
  });
});
