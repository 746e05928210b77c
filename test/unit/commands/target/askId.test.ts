import assert from "node:assert/strict";
import { askId, parseId, selectedAndWatched } from "../../../../src/commands/target/askId";
import { desk } from "../../../standIn/desk";
import { settle } from "../../settle";
import { IDS } from "../fakeServer";
import { openWorld, type World } from "../world";

const { F, G } = IDS;
const OTHER = "dddddddd-0000-4000-8000-000000000009";

describe("askId", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });

  const ask = (): Promise<string | undefined> => askId(world, "Title", selectedAndWatched(world));

  /** The list as it was last: when it was shown, or when the user typed. */
  const shown = (): readonly string[] =>
    desk.seen.findLast(({ what }) => what === "list")?.text.split(" | ") ?? [];

  it("suggests the selected row first, then watched folders, the clipboard and recent look-ups, each once", async () => {
    const rows = await world.rows("ozInspector.folders");
    desk.selections.set("ozInspector.folders", [rows[0]]);
    for (const id of [F, G]) world.folders.watches.start(id);
    desk.copied = `see ${OTHER.toUpperCase()}, please`;
    for (const id of [G, OTHER]) world.folders.recentLookUps.put(world.connections.keys.shown!, id);
    desk.waits = settle();
    assert.equal(await ask(), undefined);
    const [title, placeholder, ...entries] = shown();
    assert.deepEqual([title, placeholder], ["Title", "ID, or metadata of a loaded folder"]);
    assert.match(entries.join("\n"), new RegExp(`^${F}\nSuccess · .* · selected\n`));
    assert.deepEqual(entries.slice(2), [G, "watched", "dddddddd…", "on the clipboard"]);
  });

  it("asks at once, and suggests what is on the clipboard when that has been read", async () => {
    let read: (text: string) => void;
    desk.copied = new Promise((resolve) => (read = resolve));
    let act = (): void => undefined;
    desk.waits = new Promise<void>((resolve) => (act = resolve));
    desk.typed = "";
    const answer = ask();
    assert.deepEqual(shown().slice(2, 3), [F], "before anything was read");
    read!(`see ${OTHER}`);
    await settle();
    act();
    assert.equal(await answer, OTHER);
  });

  it("leaves the row active to which the user has moved meanwhile", async () => {
    world.folders.recentLookUps.put(world.connections.keys.shown!, G);
    desk.copied = Promise.resolve(OTHER);
    desk.waits = settle();
    [desk.moves, desk.typed] = [1, ""];
    assert.equal(await ask(), F);
    assert.deepEqual(shown().slice(2, 4), ["dddddddd…", "on the clipboard"]);
  });

  it("does not read the clipboard in a browser, where VS Code asks first or shows an error", async () => {
    desk.inBrowser = true;
    desk.copied = OTHER;
    desk.waits = settle();
    await ask();
    assert.ok(!shown().includes("on the clipboard"));
  });

  it("asks even if the clipboard cannot be read", async () => {
    desk.copied = Promise.reject(new Error("denied"));
    desk.typed = OTHER;
    assert.equal(await ask(), OTHER);
  });

  it("does not suggest the excepted folder, but takes its ID if typed", async () => {
    world.folders.watches.start(F);
    await askId(world, "Title", selectedAndWatched(world), F);
    assert.ok(!shown().includes(F));
    desk.typed = F;
    assert.equal(await askId(world, "Title", [], F), F);
  });

  it("returns the first suggestion on Enter", async () => {
    world.folders.watches.start(G);
    desk.typed = "";
    assert.equal(await ask(), G);
  });

  it("lists the loaded folders even if nothing is suggested", async () => {
    await ask();
    assert.deepEqual(shown()[2], F);
    desk.typed = "order: 1";
    assert.equal(await ask(), F);
  });

  for (const typed of [OTHER, `{${OTHER.toUpperCase()}}`, OTHER.replaceAll("-", "")])
    it(`returns the ID for "${typed}"`, async () => {
      desk.typed = typed;
      assert.equal(await ask(), OTHER);
    });

  it("takes the ID at the end of an address's path, whatever its query contains", async () => {
    desk.typed = `https://oz.example.com/api/folders/${OTHER}?trace=${G}`;
    assert.equal(await ask(), OTHER);
  });

  it("takes the last ID of any other text", async () => {
    desk.typed = `https://oz.example.com/folders/${G}/analyses/${OTHER}/media`;
    assert.equal(await ask(), OTHER);
  });
});

describe("parseId", () => {
  it("refuses a text that is not an ID", () => {
    assert.throws(() => parseId("hello"), { message: /^Not an ID\. An ID looks like [\da-f-]{36}\.$/ });
  });
});
