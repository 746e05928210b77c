import assert from "node:assert/strict";
import { openLink } from "../../../../src/commands/folder/folderLink";
import { EXTENSION } from "../../../../src/ids";
import { desk, type Question } from "../../../standIn/desk";
import { Uri } from "../../../standIn/values";
import { settle } from "../../settle";
import { IDS, listed, listedId } from "../fakeServer";
import { openWorld, type World } from "../world";

const { F, G } = IDS;
const UNKNOWN = "dddddddd-0000-4000-8000-000000000009";

const lookUp = async (argument?: unknown): Promise<void> => {
  await desk.commands.get("ozInspector.lookUpFolder")?.(argument);
  await settle();
};

const seen = (what: string): readonly string[] =>
  desk.seen.filter((one) => one.what === what).map(({ text }) => text);

/** A function, as types do not expect it to change meanwhile. */
const question = (): Question | undefined => desk.asking;

/** The labels and descriptions of the last list. */
const lastList = (): readonly string[] => seen("list").at(-1)?.split(" | ").slice(2) ?? [];

describe("Look Up Folder or Analysis, by metadata", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    desk.settings.set("ozInspector.lookUp.keys", ["order", "session"]);
    world.server.asked.length = 0;
  });

  it("asks only on Enter, and offers that without the text", async () => {
    world.server.matching = {};
    desk.patient = true;
    void lookUp();
    while (!desk.asking) await settle();
    const asked = desk.asking;
    for (const typed of ["t", "tx-7", "tx-77"]) {
      asked.type(typed);
      await settle();
    }
    assert.deepEqual(world.server.asked, []);
    asked.choose("Look up as order, session");
    while (seen("error").length === 0) await settle();
    assert.deepEqual(world.server.askedMetaData, ["order==tx-77", "session==tx-77"]);
  });

  it("opens a folder that is not loaded, and remembers its ID, never the value", async () => {
    world.server.matching = { "order==2": [{ ...listed(2, { order: 2 }), folder_id: G }] };
    await lookUp({ key: "order", value: "2" });
    assert.deepEqual(world.server.asked, ["/api/folders/", `/api/folders/${G}`]);
    assert.deepEqual(seen("status"), ["f1f1f1f1 was found by order"]);
    assert.match(seen("reveal").join(), new RegExp(`/${G}$`));
    assert.deepEqual(world.folders.recentLookUps.of(world.connections.keys.shown!), [G]);
  });

  it("lists several, newest first, each with its keys, and opens the chosen one", async () => {
    world.server.matching = {
      "order==x": [listed(3, { order: "x" }), { ...listed(1, { order: "x", session: "x" }), folder_id: F }],
      "session==x": [
        { ...listed(1, { order: "x", session: "x" }), folder_id: F },
        listed(2, { session: "y" }),
      ],
    };
    desk.patient = true;
    void lookUp();
    while (!desk.asking) await settle();
    desk.asking.enter("x");
    while (question()?.placeholder !== "2 folders found") await settle();
    const entries = lastList();
    assert.deepEqual([entries[0], entries[2]], [listedId(3), F]);
    assert.match(entries[1]!, / · by order$/);
    assert.match(entries[3]!, / · by order and session$/);
    question()?.choose(F);
    while (seen("reveal").length === 0) await settle();
    assert.match(seen("reveal").join(), new RegExp(`/${F}$`));
    assert.deepEqual(seen("status"), ["f0f0f0f0 was found by order and session"]);
  });

  it("takes “key: value” for any key", async () => {
    world.server.matching = {};
    for (const typed of ["ticket: A 1", "ticket=A 1", '"ticket": "A 1",']) {
      desk.typed = typed;
      await lookUp();
    }
    assert.deepEqual(world.server.askedMetaData, ["ticket==A 1", "ticket==A 1", "ticket==A 1"]);
  });

  it("asks the server for “key: value” even if a loaded folder has it, as others may", async () => {
    desk.typed = "order: 1";
    await lookUp();
    assert.deepEqual(world.server.askedMetaData, ["order==1"]);
  });

  it("opens a loaded folder first whose metadata have the typed text", async () => {
    desk.typed = "rder";
    await lookUp();
    assert.deepEqual(seen("list").at(-1)?.split(" | ").slice(2, 3), [F]);
    assert.match(seen("reveal").join(), new RegExp(`/${F}$`));
    assert.deepEqual(world.server.askedMetaData, []);
  });

  for (const written of [UNKNOWN, UNKNOWN.toUpperCase(), UNKNOWN.replaceAll("-", "").toUpperCase()])
    it(`tries the ID ${written} as folder, analysis and keys, as it is written`, async () => {
      world.server.matching = {
        [`session==${written}`]: [{ ...listed(2, { session: written }), folder_id: G }],
      };
      desk.typed = `{${written}}`;
      await lookUp();
      assert.deepEqual(world.server.asked, [
        `/api/folders/${UNKNOWN}`,
        `/api/analyses/${UNKNOWN}`,
        "/api/folders/",
        "/api/folders/",
        `/api/folders/${G}`,
      ]);
      assert.deepEqual(seen("status"), ["f1f1f1f1 was found by session"]);
    });

  it("says in one sentence what was tried", async () => {
    world.server.matching = {};
    await lookUp(UNKNOWN);
    desk.typed = "tx-1";
    await lookUp();
    await lookUp({ key: "ticket", value: "7" });
    desk.settings.set("ozInspector.lookUp.keys", []);
    await lookUp(UNKNOWN);
    const notSeen = "or this account may not see it.";
    assert.deepEqual(seen("error"), [
      `Staging has no folder or analysis ${UNKNOWN}, and no folder with it as order, session, ${notSeen} Check the ID.`,
      `Staging has no folder with this value as order, session, ${notSeen} Check the value.`,
      `Staging has no folder with this value as ticket, ${notSeen} Check the value.`,
      `staging.example.com has no folder or analysis ${UNKNOWN}, ${notSeen} Check the ID.`,
    ]);
  });

  it("claims no more than it has searched of a server that does not filter", async () => {
    const many = Array.from({ length: 100 }, (_, index) => listed(200 - index, { order: index }));
    world.server.matching = { "order==x": many, "order==7": many, "session==7": [] };
    await lookUp({ key: "order", value: "x" });
    const remark = "Staging does not filter by metadata: only its newest 100 folders were searched.";
    assert.deepEqual(seen("error"), [`No folder was found that has this value as order. ${remark}`]);
    await lookUp({ key: "order", value: "7" });
    assert.equal(lastList()[2], remark);
    assert.equal(seen("reveal").length, 0, "there may be others");
  });

  it("claims nothing of values that servers may have written in another way", async () => {
    world.server.matching = {};
    await lookUp({ key: "order", value: "1.10" });
    await lookUp({ key: "order.id", value: "x" });
    assert.deepEqual(seen("error"), [
      "No folder was found that has this value as order.",
      "No folder was found that has this value as order.id.",
    ]);
  });

  it("says that only the newest are listed if there are more", async () => {
    const many = Array.from({ length: 100 }, (_, index) => listed(200 - index, { order: "x" }));
    world.server.matching = { "order==x": many };
    await lookUp({ key: "order", value: "x" });
    assert.ok(lastList().includes("There are more: only the newest 100 folders found by order are listed."));
  });

  for (const value of ["a,b", "a==b", "null", "NULL", "\ud800"])
    it(`refuses the value ${JSON.stringify(value)}, which Oz API cannot express`, async () => {
      await lookUp({ key: "order", value });
      assert.match(seen("error").join(), /^Oz API cannot be asked for a value .*\.$/);
      assert.deepEqual(world.server.asked, []);
    });

  for (const key of ["a,b", "a=b", "1_0", "٤٢"])
    it(`refuses the key ${key}, which Oz API cannot express`, async () => {
      await lookUp({ key, value: "1" });
      assert.match(seen("error").join(), /^Oz API cannot be asked for a metadata key .*\.$/);
      assert.deepEqual(world.server.asked, []);
    });

  for (const value of ["a&b=c", "a=b", `"quoted" 'it'`, " spaces  ", "Zoë 人 😀", "100%25+1", "a/b?c#d"])
    it(`sends the value ${JSON.stringify(value)} whole`, async () => {
      world.server.matching = {};
      await lookUp({ key: "order", value });
      assert.deepEqual(world.server.askedMetaData, [`order==${value}`]);
    });

  it("asks for what to look up if the argument is neither an ID nor metadata", async () => {
    for (const argument of [
      {},
      { key: "order" },
      { value: "1" },
      { key: "", value: "1" },
      { key: 1, value: 2 },
      [1],
    ]) {
      desk.seen.length = 0;
      await lookUp(argument);
      assert.equal(seen("list").length, 1, JSON.stringify(argument));
    }
  });

  it("takes a link's ID for nothing but an ID", async () => {
    const link = Uri.parse(`vscode://${EXTENSION}/folder/${UNKNOWN}`);
    await assert.rejects(async () => openLink(world, link), { reason: "notFound" });
    assert.deepEqual(world.server.asked, [`/api/folders/${UNKNOWN}`, `/api/analyses/${UNKNOWN}`]);
  });

  it("tells a failure in its own sentence, and nothing if it was cancelled", async () => {
    world.server.trouble = "Broken";
    await lookUp({ key: "order", value: "1" });
    assert.match(seen("error").join(), /staging\.example\.com .*Broken/);
    desk.seen.length = 0;
    world.server.trouble = undefined;
    world.server.answers = new Promise(() => undefined);
    const done = lookUp({ key: "order", value: "1" });
    while (world.server.askedMetaData.length < 2) await settle();
    desk.cancel();
    await done;
    assert.deepEqual(desk.seen, []);
  });

  it("writes no value to the log", async () => {
    world.server.matching = {};
    const secret = "Jane Doe";
    desk.typed = `order: ${secret}`;
    await lookUp();
    await lookUp({ key: "order", value: `${secret}, 2` });
    world.server.trouble = "x";
    await lookUp({ key: "order", value: secret });
    const lines = world.log.lines.map(({ text }) => text).join("\n");
    assert.match(lines, /GET \/api\/folders\/\?\S*meta_data/);
    assert.ok(!/Jane|Doe/.test(lines), lines);
  });
});
