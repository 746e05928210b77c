import assert from "node:assert/strict";
import { useLanguage } from "../../../../src/base/language";
import { MAX_NOTICES } from "../../../../src/base/limits";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { Watches } from "../../../../src/folders/watch/watches";
import { WatchMemory, type Notify } from "../../../../src/folders/watch/watchMemory";
import { WatchTeller } from "../../../../src/folders/watch/watchTeller";
import type { OzFolder } from "../../../../src/oz/model/folder";
import { explanationUri, type DocumentSource } from "../../../../src/views/documentUri";
import { WatchNotices } from "../../../../src/views/watch/watchNotices";
import { clearDesk, desk } from "../../../standIn/desk";
import { TestMemory } from "../../connections/stores";
import { finishedFolder, folder, idOf, TestContext } from "../../folders/build";
import { settle } from "../../settle";
import type { TestClock } from "../../testClock";

const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };

describe("the notice that a watched folder has ended", () => {
  let context: TestContext;
  let store: FolderStore;
  let watches: Watches;
  let notices: WatchNotices;
  let memory: TestMemory;
  let clock: TestClock;
  let notify: Notify;
  let labelKeys: string[];
  let source: DocumentSource;

  beforeEach(() => {
    clearDesk();
    source = { server: "oz.example.com", key: "here" };
    context = new TestContext();
    ({ clock } = context);
    memory = new TestMemory();
    store = new FolderStore(context);
    notify = "always";
    labelKeys = [];
    openWindow();
    store.current.applyFolders([folder(1, running)]);
    watches.start(idOf(1));
  });
  afterEach(() => {
    notices.dispose();
    useLanguage("en", undefined);
  });

  function openWindow(): void {
    const teller = new WatchTeller(memory, clock, () => 0.5);
    watches = new Watches(store, new WatchMemory(memory, clock), teller, clock);
    notices = new WatchNotices(
      { watches, store },
      {
        source: () => source,
        labelKeys: () => labelKeys,
        notify: () => notify,
        findings: ({ findings }) => findings,
        clock,
      },
    );
    store.show("here");
    watches.show("here");
    clock.advance(1000);
  }

  /** @returns what was shown and done up to a time from now */
  async function seenWithin(seconds: number): Promise<string[]> {
    desk.seen.length = 0;
    for (let passed = 0; passed < seconds * 1000; passed += 200) clock.advance(200);
    await settle();
    return desk.seen.map(({ what, text }) => `${what} ${text}`);
  }

  const run = (...numbers: number[]): void => {
    store.current.applyFolders(numbers.map((number) => folder(number, running)));
    for (const number of numbers) watches.start(idOf(number));
  };

  const end = (result: string, ...numbers: number[]): void => {
    store.current.applyFolders(numbers.map((number) => finishedFolder(number, result)));
  };

  /** @returns what was shown and done after the folder ended */
  async function seenAfter(result: string, more: object = {}): Promise<string[]> {
    const { json } = finishedFolder(1, result);
    store.current.applyFolders([folder(1, { ...json, ...more })]);
    return seenWithin(1);
  }

  it("names the folder first, then says what its result is and why", async () => {
    const notice = "message Folder 7e7e7e7e · Declined: Analysis was declined.";
    assert.deepEqual(await seenAfter("DECLINED"), [notice]);
  });

  it("names the folder by its metadata too", async () => {
    labelKeys = ["order"];
    const [notice] = await seenAfter("SUCCESS", { meta_data: { order: 17 } });
    assert.match(notice!, /^message Folder 17 \(7e7e7e7e\) · Success: /);
  });

  /** A success with something to look at. */
  const odd = { operator_status: "ODD" };

  it("says how many findings there are, for which a success is a warning too", async () => {
    const [notice] = await seenAfter("SUCCESS", odd);
    assert.match(notice!, / · Success: Analysis succeeded\. ⚠ 1 finding\.$/);
  });

  // button, command
  const buttons: [string, string][] = [
    ["Explain", "ozInspector.explainResult"],
    ["Show", "ozInspector.revealFolder"],
    ["Choose Notifications…", "ozInspector.chooseNotifications"],
  ];
  for (const [button, command] of buttons) {
    it(`has a button ${button}, for a success and a failure`, async () => {
      desk.pressed = button;
      const ran = `command ${command} ${String(explanationUri(source, idOf(1)))}`;
      assert.deepEqual((await seenAfter("SUCCESS")).slice(1), [ran]);
      store.current.applyFolders([folder(1, running)]);
      assert.deepEqual((await seenAfter("FAILED")).slice(1), [ran]);
    });
  }

  it("has buttons in the user's language, which do the same", async () => {
    useLanguage("es", { "Explain/A button: explains the result of a folder": "Explicar" });
    desk.pressed = "Explicar";
    assert.match((await seenAfter("DECLINED")).at(-1) ?? "", /^command ozInspector\.explainResult /);
  });

  it("means the folder of its connection, whichever is shown when a button is pressed", async () => {
    desk.pressed = "Explain";
    const uri = String(explanationUri(source, idOf(1)));
    store.current.applyFolders([finishedFolder(1, "DECLINED")]);
    clock.advance(1000);
    source = { server: "other.example.com", key: "there" };
    await settle();
    assert.equal(desk.seen.at(-1)?.text, `ozInspector.explainResult ${uri}`);
  });

  it("is shown as the settings say", async () => {
    notify = "problems";
    assert.deepEqual(await seenAfter("SUCCESS"), []);
    store.current.applyFolders([folder(1, running)]);
    assert.equal((await seenAfter("DECLINED")).length, 1);
    notify = "never";
    store.current.applyFolders([folder(1, running)]);
    assert.deepEqual(await seenAfter("DECLINED"), []);
  });

  it("says that the folder is no longer on the server", async () => {
    context.watched.add(idOf(1));
    context.proveGone(store.current, 1);
    desk.pressed = "Stop Watching";
    assert.deepEqual(await seenWithin(1), [
      "message Folder 7e7e7e7e is no longer on the server.",
      `command ozInspector.unwatchFolder ${String(explanationUri(source, idOf(1)))}`,
    ]);
  });

  /** The server no longer has a watched folder. */
  const remove = (number: number): void => {
    context.watched.add(idOf(number));
    context.proveGone(store.current, number);
  };

  /** Shows as many notices as a minute has, so that the next one waits. */
  async function crowd(): Promise<void> {
    run(...numbers);
    for (const number of numbers.slice(0, MAX_NOTICES)) {
      end("SUCCESS", number);
      assert.equal((await seenWithin(7)).length, 1);
    }
  }

  it("tells the result as well if the folder is removed while its notice waits", async () => {
    await crowd();
    labelKeys = ["order"];
    const { json } = finishedFolder(12, "DECLINED");
    store.current.applyFolders([folder(12, { ...json, meta_data: { order: 17 } })]);
    remove(12);
    assert.deepEqual(await seenWithin(90), [
      "message Folder 17 (7e7e7e7e) · Declined: Analysis was declined. It is no longer on the server.",
    ]);
  });

  it("counts the result of a folder that was removed while it waited for the others", async () => {
    await crowd();
    end("DECLINED", 11, 12);
    assert.deepEqual(await seenWithin(5), []);
    remove(11);
    assert.deepEqual(await seenWithin(90), [
      "message 2 watched folders have ended: 2 Declined, 1 no longer on the server.",
    ]);
  });

  it("tells no result again, nor one of a folder that ran again, once the folder is removed", async () => {
    const gone = "message Folder 7e7e7e7e is no longer on the server.";
    await seenAfter("DECLINED");
    remove(1);
    assert.deepEqual(await seenWithin(90), [gone]);
    await crowd();
    end("DECLINED", 12);
    await seenWithin(7);
    run(12);
    remove(12);
    assert.deepEqual(await seenWithin(90), [gone]);
  });

  const numbers = Array.from({ length: 12 }, (_, index) => index + 1);

  it("is one for all that end together, with a count of each result and a way to the list", async () => {
    run(...numbers);
    context.watched.add(idOf(12));
    context.proveGone(store.current, 12);
    end("SUCCESS", ...numbers.slice(0, 9));
    clock.advance(500);
    end("DECLINED", 10, 11);
    desk.pressed = "Show";
    assert.deepEqual(await seenWithin(90), [
      "message 12 watched folders have ended: 2 Declined, 9 Success, 1 no longer on the server.",
      "command ozInspector.showWatched",
    ]);
  });

  it("has a button for the setting of all if it is for several", async () => {
    run(...numbers);
    end("SUCCESS", ...numbers);
    desk.pressed = "Open Settings";
    const [, ran] = await seenWithin(1);
    assert.equal(ran, "command workbench.action.openSettings ozInspector.watch.notify");
  });

  it("is one for all that end in several looks at what has changed, each soon after the last", async () => {
    run(...numbers);
    for (const first of [0, 4, 8]) {
      end("SUCCESS", ...numbers.slice(first, first + 4));
      assert.deepEqual(await seenWithin(first < 8 ? 5 : 0.5), []);
    }
    assert.deepEqual(await seenWithin(1), ["message 12 watched folders have ended: 12 Success."]);
    assert.deepEqual(await seenWithin(90), []);
  });

  it("waits 20 seconds for others at most", async () => {
    run(...numbers);
    for (const number of numbers.slice(0, 4)) {
      assert.deepEqual(await seenWithin(4.8), [], String(number));
      end("SUCCESS", number);
    }
    assert.deepEqual(await seenWithin(5), []);
    end("SUCCESS", 5);
    assert.deepEqual(await seenWithin(1), ["message 5 watched folders have ended: 5 Success."]);
  });

  it("says how many have findings if many end together", async () => {
    run(...numbers);
    const oddFolder = (number: number): OzFolder =>
      folder(number, { ...finishedFolder(number).json, ...odd });
    store.current.applyFolders(numbers.slice(0, 5).map(oddFolder));
    store.current.applyFolders(numbers.slice(5).map((number) => finishedFolder(number)));
    assert.deepEqual(await seenWithin(90), [
      "message 12 watched folders have ended: 12 Success, 5 with findings.",
    ]);
  });

  it("is there for each folder up to the limit, and counts those that end in the rest of the minute", async () => {
    run(...numbers);
    for (const number of numbers.slice(0, MAX_NOTICES)) {
      end("SUCCESS", number);
      assert.match((await seenWithin(7)).join(), /^message Folder 7e7e7e7e · Success/);
    }
    end("SUCCESS", MAX_NOTICES + 1);
    assert.deepEqual(await seenWithin(40), []);
    end("FAILED", MAX_NOTICES + 2);
    assert.deepEqual(await seenWithin(10), [
      "message 2 watched folders have ended: 1 Failed, 1 Success, 1 with findings.",
    ]);
    end("SUCCESS", MAX_NOTICES + 3);
    assert.equal((await seenWithin(60)).length, 1);
    assert.deepEqual(await seenWithin(60), []);
  });

  it("does not wait for folders of which nothing is told", async () => {
    run(...numbers);
    notify = "problems";
    end("SUCCESS", ...numbers.slice(1));
    assert.deepEqual(await seenWithin(2), []);
    end("DECLINED", 1);
    assert.equal((await seenWithin(2)).length, 1);
  });

  it("is not shown if the folder runs again or is unwatched while it waits", async () => {
    run(1, 2, 3);
    end("DECLINED", 1, 2, 3);
    run(1);
    watches.stop(idOf(2));
    assert.equal((await seenWithin(90)).length, 1);
    end("DECLINED", 1);
    assert.equal((await seenWithin(2)).length, 1);
  });

  it("is shown as the user has chosen for the folder by then", async () => {
    run(1, 2);
    end("DECLINED", 1, 2);
    watches.setNotify(idOf(1), "never");
    assert.equal((await seenWithin(2)).length, 1);
    notify = "never";
    run(1, 2);
    end("DECLINED", 1, 2);
    watches.setNotify(idOf(1), "always");
    assert.equal((await seenWithin(2)).length, 1);
  });

  it("is shown by the next window if this one closes while it waits", async () => {
    end("DECLINED", 1);
    notices.dispose();
    watches.dispose();
    openWindow();
    assert.equal((await seenWithin(5)).length, 1);
  });
});
