import assert from "node:assert/strict";
import { MAX_ARRIVALS, MAX_WAIT_MINUTES } from "../../../../src/base/limits";
import type { WaitedFor } from "../../../../src/folders/watch/wait";
import { VIEWS } from "../../../../src/ids";
import { CLOCK_TIME, withTimes } from "../../../clockTime";
import { desk } from "../../../standIn/desk";
import { folder } from "../../folders/build";
import { closeServers } from "../../oz/support";
import { listServer, openList, type OpenList } from "../openList";

const MINUTE = 60_000;

describe("a wait for new folders", () => {
  afterEach(closeServers);

  async function waiting(awaited: Partial<WaitedFor> = {}): Promise<OpenList> {
    const list = openList();
    await list.connect(await listServer(0));
    desk.seen.length = 0;
    list.folders.arrivals.start({ filter: {}, once: false, ...awaited }, 0);
    return list;
  }

  const arrive = ({ folders }: OpenList, count: number): void =>
    folders.store.current.applyFolders(Array.from({ length: count }, (_, index) => folder(index + 1)));
  const message = (): string | undefined => desk.views.get(VIEWS.watched)?.message;
  const { waitItem } = desk;
  const told = (): readonly string[] =>
    desk.seen.filter(({ what }) => what === "message").map(({ text }) => text);

  it("is in the status bar, above the watched folders and in a context key, until it ends", async () => {
    const list = await waiting();
    const { text, tooltip, accessibilityInformation } = waitItem;
    assert.deepEqual([waitItem.isShown, text], [true, "$(inbox) Waiting for the next folder"]);
    assert.match(message() ?? "", withTimes`^Waiting for the next folder until ${CLOCK_TIME}\.$`);
    const spoken = `${message()} Click to list the watched folders or to stop waiting.`;
    assert.equal(accessibilityInformation?.label, spoken);
    assert.equal(tooltip?.value.replaceAll("\\", "").replace("  \n", " "), spoken);
    assert.equal(desk.contextKeys.get("ozInspector.waiting"), true);
    list.folders.arrivals.stop();
    assert.deepEqual([waitItem.isShown, message()], [false, undefined]);
    assert.equal(desk.contextKeys.get("ozInspector.waiting"), false);
    assert.deepEqual(told(), []);
  });

  it("says what it waits for, how many have arrived, and that one ends it", async () => {
    const list = await waiting();
    arrive(list, 1);
    assert.match(message() ?? "", /\. 1 folder has arrived\.$/);
    arrive(list, 3);
    assert.match(message() ?? "", /\. 3 folders have arrived\.$/);
    list.folders.arrivals.start({ filter: { results: ["DECLINED"] }, once: true }, 0);
    const sentence =
      /^Waiting until \S+ for the next folder that matches “Declined”\. The first one ends the wait\.$/;
    assert.match(message() ?? "", sentence);
    list.folders.arrivals.start({ filter: { results: ["DECLINED"] }, name: "My *own*", once: false }, 0);
    assert.match(message() ?? "", /“My \*own\*”\.$/);
    assert.match(waitItem.tooltip?.value ?? "", /“My \\\*own\\\*”/);
  });

  it("is told to have ended after its time, with how many have arrived", async () => {
    for (const [count, words] of [
      [0, "None has arrived."],
      [2, "2 folders have arrived."],
    ] as const) {
      const list = await waiting();
      arrive(list, count);
      list.clock.advance(MAX_WAIT_MINUTES * MINUTE);
      assert.ok(told().includes(`Stopped waiting for new folders after 60 minutes. ${words}`), told().join());
      assert.equal(waitItem.isShown, false);
    }
  });

  it("is told to have ended once it has all that it may have, and a button waits for more", async () => {
    const list = await waiting();
    desk.pressed = "Watch New Folders…";
    arrive(list, MAX_ARRIVALS + 1);
    const words = "Stopped waiting for new folders: 100 have arrived, the most that one wait watches.";
    assert.ok(told().includes(words), told().join());
    assert.equal(list.folders.watches.ids.length, MAX_ARRIVALS);
    await Promise.resolve();
    assert.ok(desk.seen.some(({ what, text }) => what === "command" && text.includes("watchNewFolders")));
  });

  it("ends without a word with the one folder that it is for", async () => {
    const list = await waiting({ once: true });
    arrive(list, 1);
    assert.deepEqual([told(), waitItem.isShown, list.folders.watches.ids.length], [[], false, 1]);
  });
});
