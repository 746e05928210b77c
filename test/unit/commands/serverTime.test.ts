import assert from "node:assert/strict";
import { FilteredFolders } from "../../../src/folders/filter/filteredFolders";
import { desk } from "../../standIn/desk";
import { folder } from "../folders/build";
import { IDS } from "./fakeServer";
import { openWorld, type World } from "./world";

/** When the server replies, five minutes after its folder was created, and years before the time of this machine. */
const REPLIED = 302_000;

describe("a server whose clock is far from this machine's", () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
    desk.settings.set("ozInspector.findings.processingLimit", 60);
    world.server.date = new Date(REPLIED).toUTCString();
    await world.folders.reader.readNewest();
  });

  it("has rows whose age is by its own clock", async () => {
    const [row] = await world.rows("ozInspector.folders");
    assert.match(String(row?.item().description), /^Success · 5m$/);
  });

  it("has suggestions whose age is by its own clock", async () => {
    await desk.commands.get("ozInspector.lookUpFolder")?.(undefined);
    assert.match(desk.seen.find(({ what }) => what === "list")?.text ?? "", / · 5m ago/);
  });

  it("has folders that are overdue by its own clock", async () => {
    const analyses = [{ group_id: "g", state: "PROCESSING", time_created: 2 }];
    const running = folder(1, { resolution_status: "PROCESSING", analyses });
    world.folders.store.current.applyFolders([running]);
    world.folders.watches.start(running.id);
    const [row] = await world.rows("ozInspector.watched");
    assert.equal(row?.item().description, "⚠ Processing (computed) · for 5 min");
    const [finding] = world.documents.findings(running.resolution);
    assert.equal(finding?.message, "Processing for 5 min, longer than the limit of 1 min.");
  });

  it("filters by its own clock", async () => {
    const { store, reader, filter } = world.folders;
    filter.set(new FilteredFolders({ created: { since: "hour" } }, "Last hour", store, reader, 0));
    desk.typed = "";
    await desk.commands.get("ozInspector.filter")?.(undefined);
    assert.deepEqual(
      filter.current?.all.map(({ id }) => id),
      [IDS.F],
    );
  });
});
