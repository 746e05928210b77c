import assert from "node:assert/strict";
import { watchNewFolders, watchNextFolder } from "../../../../src/commands/watch/newFolders";
import { showWatched } from "../../../../src/commands/watch/showWatched";
import { FilteredFolders } from "../../../../src/folders/filter/filteredFolders";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { OzError } from "../../../../src/oz/http/ozError";
import { desk } from "../../../standIn/desk";
import { settle } from "../../settle";
import { IDS } from "../fakeServer";
import { openWorld, type World } from "../world";

const declined: FolderFilter = { results: ["DECLINED"] };

describe("the question which new folders to watch", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    desk.patient = true;
  });

  /** Runs a command and chooses an item. */
  async function choose(label: string, command = watchNewFolders): Promise<void> {
    const done = command(world, undefined);
    desk.asking?.choose(label);
    await done;
  }

  /** The list that was shown. */
  const listed = (): string => desk.seen.find(({ what }) => what === "list")?.text ?? "";

  const show = (filter: FolderFilter, name: string): void => {
    const { store, reader } = world.folders;
    world.folders.filter.set(new FilteredFolders(filter, name, store, reader, 0));
  };

  it("offers all, the filter of the list, metadata and the saved filters", async () => {
    assert.doesNotMatch((await choose("All Folders"), listed()), /Filter of the List|Saved Filters/);
    show(declined, "Declined");
    await world.folders.savedFilters.put({ name: "Mine", filter: declined });
    desk.seen.length = 0;
    await choose("All Folders");
    assert.match(
      listed(),
      /^Watch New Folders \| Which .* \| All Folders \| .*Filter of the List \| Declined .*Metadata….*Saved Filters.*Mine \| Declined/,
    );
  });

  it("waits for nothing on a connection that is shown meanwhile", async () => {
    const done = watchNewFolders(world, undefined);
    await world.connections.signOut("staging");
    const token = { accessToken: "a".repeat(128) };
    await world.connections.signIn("https://staging.example.com", token, AbortSignal.timeout(1000));
    desk.asking?.choose("All Folders");
    await assert.rejects(async () => done, { message: /^Signed out or switched/ });
    assert.equal(world.folders.arrivals.current, undefined);
  });

  it("waits for all, from the server's time at which it has sent its newest folders", async () => {
    const [before, { clock, server }] = [world.server.asked.length, world];
    server.date = new Date(Date.parse("2024-01-01T00:00:00Z")).toUTCString();
    clock.advance(1000);
    await choose("All Folders");
    assert.deepEqual(server.asked.slice(before), ["/api/folders/"]);
    const wait = world.folders.arrivals.current;
    assert.deepEqual([wait?.filter, wait?.once, wait?.arrived], [{}, false, []]);
    assert.equal(wait?.since, Date.parse("2024-01-01T00:00:00Z"));
    assert.ok(wait.until > clock.now(), "by the clock that the user sees");
    assert.deepEqual(world.folders.watches.ids, []);
  });

  it("waits for the one next folder", async () => {
    await choose("Any Folder", watchNextFolder);
    assert.match(listed(), /^Watch Next Folder \| Which folder to watch once it arrives \| /);
    assert.equal(world.folders.arrivals.current?.once, true);
  });

  it("waits for those that match the filter of the list, which has a name only if it was saved", async () => {
    show(declined, "Declined");
    await choose("Filter of the List");
    const { filter, name } = world.folders.arrivals.current ?? {};
    assert.deepEqual([filter, name], [declined, undefined]);
    show(declined, "Mine");
    await choose("Filter of the List");
    assert.equal(world.folders.arrivals.current?.name, "Mine");
  });

  it("waits for those with metadata that the user types, and not without", async () => {
    for (const [text, filter] of [
      ["", undefined],
      ["order == 7", { metaData: [{ key: "order", value: "7" }] }],
    ] as const) {
      const done = watchNewFolders(world, undefined);
      desk.asking?.choose("Metadata…");
      await settle();
      desk.asking?.enter(text);
      await settle();
      await done;
      assert.deepEqual(world.folders.arrivals.current?.filter, filter);
    }
  });

  it("waits for nothing if the server does not answer, and fails with its reason", async () => {
    world.server.isAway = true;
    await assert.rejects(choose("All Folders"), OzError);
    assert.equal(world.folders.arrivals.current, undefined);
  });

  it("waits for nothing if the user has switched meanwhile", async () => {
    const done = Promise.resolve(watchNewFolders(world, undefined)).catch(() => undefined);
    let answer = (): void => undefined;
    world.server.answers = new Promise<void>((resolve) => (answer = resolve));
    desk.asking?.choose("All Folders");
    await settle();
    world.folders.show({ shown: "other", signedIn: ["other"], known: undefined });
    answer();
    await done;
    assert.equal(world.folders.arrivals.current, undefined);
  });
});

describe("the list of watched folders while new ones are waited for", () => {
  it("stops that by its last item, also while none has arrived", async () => {
    for (const watched of [[], [IDS.F]]) {
      const world = await openWorld();
      for (const id of watched) world.folders.watches.start(id);
      world.folders.arrivals.start({ filter: declined, once: false }, 0);
      desk.patient = true;
      const done = showWatched(world, undefined);
      const { text = "" } = desk.seen.find(({ what }) => what === "list") ?? {};
      assert.match(text, /Stop Waiting for New Folders \| Declined$/);
      assert.equal(text.includes("No folder has arrived yet"), watched.length === 0);
      desk.asking?.choose("Stop Waiting for New Folders");
      await done;
      assert.equal(world.folders.arrivals.current, undefined);
      assert.deepEqual(world.folders.watches.ids, watched);
    }
  });

  it("says there what is waited for", async () => {
    for (const [once, words] of [
      [false, "all folders"],
      [true, "any folder"],
    ] as const) {
      const world = await openWorld();
      world.folders.arrivals.start({ filter: {}, once }, 0);
      desk.patient = true;
      const done = showWatched(world, undefined);
      const { text = "" } = desk.seen.find(({ what }) => what === "list") ?? {};
      assert.ok(text.endsWith(`Stop Waiting for New Folders | ${words}`), text);
      desk.asking?.choose("Stop Waiting for New Folders");
      await done;
    }
  });
});
