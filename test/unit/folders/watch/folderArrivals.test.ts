import assert from "node:assert/strict";
import { Emitter } from "../../../../src/base/emitter";
import { MAX_ARRIVALS, MAX_WAIT_MINUTES } from "../../../../src/base/limits";
import type { Memento } from "../../../../src/base/memento";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { FolderArrivals, type ArrivalsEnd } from "../../../../src/folders/watch/folderArrivals";
import type { Wait } from "../../../../src/folders/watch/wait";
import { WaitMemory } from "../../../../src/folders/watch/waitMemory";
import { Watches } from "../../../../src/folders/watch/watches";
import { WatchMemory } from "../../../../src/folders/watch/watchMemory";
import { WatchTeller } from "../../../../src/folders/watch/watchTeller";
import type { OzFolder } from "../../../../src/oz/model/folder";
import { TestMemory } from "../../connections/stores";
import { TestClock } from "../../testClock";
import { down, finishedFolder, folder, idOf, page } from "../build";

const MINUTE = 60_000;

/** When waits begin, in seconds of the server's clock: folder 100 was created then. */
const BEGIN = 100;

/** One window, whose server has the folders 1 to 10. `read` is what a reply with changes does. */
function setUp(
  memory: Memento = new TestMemory(),
  windowMemento: Memento = new TestMemory(),
  clock = new TestClock(),
) {
  const store = new FolderStore({ elapsed: () => clock.elapsed(), needsOwnProof: () => false });
  const teller = new WatchTeller(memory, clock, () => 0.5);
  const watches = new Watches(store, new WatchMemory(memory, clock), teller, clock);
  const replies = new Emitter<readonly OzFolder[]>();
  const arrivals = new FolderArrivals(
    { store, watches, reader: { onDidReadChanges: replies.event } },
    new WaitMemory(windowMemento),
    clock,
  );
  const told: string[] = [];
  watches.onDidEnd((end) => told.push(...watches.claim([end]).map(({ id }) => id)));
  const ends: ArrivalsEnd[] = [];
  arrivals.onDidEnd((end) => ends.push(end));
  const show = (key: string | undefined): void => {
    arrivals.show(undefined);
    watches.show(undefined);
    store.show(key);
    watches.show(key);
    arrivals.show(key);
    clock.advance(1000);
  };
  show("here");
  return {
    ...{ arrivals, clock, ends, memory, show, store, told, watches, windowMemento },
    wait: (filter: FolderFilter = {}, once = false) => {
      store.current.applyPage(page(down(10, 1)));
      arrivals.start({ filter, once }, BEGIN * 1000);
    },
    read: (...folders: readonly OzFolder[]) => {
      store.current.applyChanges(folders, () => false);
      replies.fire(folders);
    },
    restart: () => setUp(memory, windowMemento, clock),
  };
}

const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };
/** @returns what is saved of a wait */
const asSaved = (wait: Wait | undefined): unknown => JSON.parse(JSON.stringify(wait));

const arrived = (number: number): OzFolder => folder(number, running);

describe("FolderArrivals", () => {
  it("watches the folders that arrive from then on, and stores them", () => {
    const { wait, read, watches, store, arrivals } = setUp();
    wait();
    read(arrived(101));
    read(arrived(103), arrived(102));
    assert.deepEqual(watches.ids, [101, 102, 103].map(idOf));
    assert.ok(store.current.get(idOf(103)));
    assert.deepEqual(arrivals.current?.arrived, watches.ids);
  });

  it("watches none without a wait, nor after it was stopped", () => {
    const { wait, read, watches, arrivals } = setUp();
    read(arrived(101));
    wait();
    arrivals.stop();
    read(arrived(102));
    assert.deepEqual([watches.ids, arrivals.current], [[], undefined]);
  });

  it("takes no folder for new that was there before, whatever the clocks say", () => {
    const { read, watches, store, arrivals } = setUp();
    // Its time is an hour after the server's clock.
    store.current.applyPage(page([3700, 10, 9]));
    arrivals.start({ filter: {}, once: false }, BEGIN * 1000);
    // One that was not loaded, and changes now; and one without a time.
    read(folder(3700, running), folder(10, running), folder(5, running));
    read(folder(101, { time_created: null }));
    assert.deepEqual(watches.ids, []);
    read(folder(3701, running));
    assert.deepEqual(watches.ids, [idOf(3701)]);
  });

  it("takes none for new that the list has further down, even if all its times are ahead of the server's clock", () => {
    const { read, watches, store, arrivals } = setUp();
    store.current.applyPage(page([3700, 3650, 3600], 100));
    arrivals.start({ filter: {}, once: false }, BEGIN * 1000);
    read(folder(3500, running), folder(3650, running), folder(3600, running));
    assert.deepEqual(watches.ids, []);
    read(folder(3701, running));
    assert.deepEqual(watches.ids, [idOf(3701)]);
  });

  it("knows new folders by times in whole seconds", () => {
    const { read, watches, store, arrivals } = setUp();
    store.current.applyPage(page([100, 99]));
    arrivals.start({ filter: {}, once: false }, BEGIN * 1000 + 700);
    read(folder(100), folder(200, { time_created: BEGIN }));
    assert.deepEqual(watches.ids, [idOf(200)]);
  });

  it("finds those that only a page of the list shows, as of a server that lists no changes", () => {
    const { wait, watches, store } = setUp();
    wait();
    store.current.applyPage(page([102, 101, ...down(10, 1)]));
    assert.deepEqual(watches.ids, [101, 102].map(idOf));
  });

  it("finds one that the server lists late", () => {
    const { wait, read, watches } = setUp();
    wait();
    read(arrived(140));
    read(arrived(101));
    assert.deepEqual(watches.ids, [140, 101].map(idOf));
  });

  it("tells the end of one that has arrived and ended between two looks, once", () => {
    const { wait, read, told } = setUp();
    wait();
    read(finishedFolder(101));
    read(finishedFolder(101));
    assert.deepEqual(told, [idOf(101)]);
  });

  it("watches a folder once its result matches, but never one that is not new", () => {
    const { wait, read, watches } = setUp();
    wait({ results: ["DECLINED"] });
    read(arrived(101), arrived(102), finishedFolder(10, "DECLINED"));
    assert.deepEqual(watches.ids, []);
    read(finishedFolder(101, "SUCCESS"), finishedFolder(102, "DECLINED"));
    assert.deepEqual(watches.ids, [idOf(102)]);
  });

  it("does not watch one again that the user no longer watches", () => {
    const { wait, read, watches, restart } = setUp();
    wait();
    read(arrived(101));
    watches.stop(idOf(101));
    read(folder(101, { ...running, time_updated: 105 }));
    assert.deepEqual(watches.ids, []);
    const again = restart();
    again.read(folder(101, { ...running, time_updated: 106 }));
    assert.deepEqual(again.watches.ids, []);
  });

  it("takes the first of several that arrive together if it waits for one, and then waits no longer", () => {
    const { wait, read, watches, arrivals, ends, restart } = setUp();
    wait({}, true);
    read(arrived(103), arrived(101), arrived(102));
    read(arrived(104));
    assert.deepEqual([watches.ids, arrivals.current, ends], [[idOf(101)], undefined, []]);
    assert.equal(restart().arrivals.current, undefined);
  });

  it(`watches ${MAX_ARRIVALS} of a burst, the first ones, and says that it stops`, () => {
    const { wait, read, watches, ends, arrivals } = setUp();
    wait();
    read(...down(600, 101).map(arrived));
    assert.deepEqual(
      watches.ids,
      down(100 + MAX_ARRIVALS, 101)
        .map(idOf)
        .reverse(),
    );
    assert.deepEqual([ends.map(({ reason }) => reason), arrivals.current], [["full"], undefined]);
  });

  it("ends by itself, and says so", () => {
    const { wait, read, watches, arrivals, clock, ends, restart } = setUp();
    wait();
    read(arrived(101));
    clock.advance((MAX_WAIT_MINUTES - 1) * MINUTE);
    assert.ok(arrivals.current);
    clock.advance(MINUTE);
    assert.equal(arrivals.current, undefined);
    assert.deepEqual(
      ends.map(({ reason, wait: { arrived: ids } }) => [reason, ids]),
      [["time", [idOf(101)]]],
    );
    read(arrived(102));
    assert.deepEqual(watches.ids, [idOf(101)]);
    assert.equal(restart().arrivals.current, undefined);
  });

  it("ends within a minute after the machine has slept that long, and takes nothing that arrives then", () => {
    const slept = (): ReturnType<typeof setUp> => {
      const window = setUp();
      window.wait();
      window.clock.jump(MAX_WAIT_MINUTES * MINUTE);
      return window;
    };
    const { clock, ends } = slept();
    clock.advance(MINUTE);
    assert.equal(ends.length, 1);
    const { read, watches, ends: others } = slept();
    read(arrived(101));
    assert.deepEqual([watches.ids, others.length], [[], 1]);
  });

  it("goes on after a reload, and reads changes back to when it began", () => {
    const { wait, restart, arrivals } = setUp();
    wait({ metaData: [{ key: "order", value: "7" }] });
    const again = restart();
    assert.deepEqual(asSaved(again.arrivals.current), asSaved(arrivals.current));
    assert.ok((again.store.current.changesSince ?? Infinity) <= BEGIN * 1000);
    again.read(folder(101, running), folder(102, { ...running, meta_data: { order: 7 } }));
    assert.deepEqual(again.watches.ids, [idOf(102)]);
    assert.ok(again.store.current.get(idOf(102)), "though the list was never read");
  });

  it("has ended after a reload if its time has passed, or nobody can know because the clock was set back", () => {
    for (const time of [MAX_WAIT_MINUTES * MINUTE, -MINUTE]) {
      const { wait, restart, clock } = setUp();
      wait();
      clock.jump(time);
      const { arrivals, ends } = restart();
      assert.deepEqual([arrivals.current, ends], [undefined, []]);
    }
  });

  it("belongs to its connection: another has its own, and its folders are not new", () => {
    const { wait, read, show, watches, arrivals } = setUp();
    wait();
    show("there");
    assert.equal(arrivals.current, undefined);
    read(arrived(101));
    assert.deepEqual(watches.ids, []);
    show("here");
    assert.ok(arrivals.current);
    assert.deepEqual(watches.ids, []);
    show(undefined);
    assert.equal(arrivals.current, undefined);
  });

  it("is replaced by the next one", () => {
    const { wait, read, arrivals, watches } = setUp();
    wait({}, true);
    wait({ results: ["DECLINED"] });
    read(arrived(101));
    assert.deepEqual([watches.ids, arrivals.current?.once], [[], false]);
  });

  it("watches and tells each folder once if two windows wait", () => {
    const [memory, clock] = [new TestMemory(), new TestClock()];
    const [one, other] = [setUp(memory, new TestMemory(), clock), setUp(memory, new TestMemory(), clock)];
    for (const { wait } of [one, other]) wait();
    for (const { read } of [one, other]) read(arrived(101), finishedFolder(102));
    for (const { read } of [one, other]) read(finishedFolder(101));
    clock.advance(10 * MINUTE);
    assert.deepEqual(one.watches.ids, [101, 102].map(idOf));
    assert.deepEqual([...one.told, ...other.told].sort(), [101, 102].map(idOf));
  });
});

describe("WaitMemory", () => {
  const wait: Wait = {
    filter: { results: ["DECLINED"] },
    name: "Mine",
    once: true,
    since: 1000,
    until: 2000,
    before: [idOf(1)],
    arrived: [idOf(2)],
  };

  it("reads what it has saved", () => {
    const memory = new WaitMemory(new TestMemory());
    memory.save("here", wait);
    assert.deepEqual(asSaved(memory.read("here")), asSaved(wait));
    assert.equal(memory.read("there"), undefined);
    memory.save("here", undefined);
    assert.equal(memory.read("here"), undefined);
  });

  it("reads no wait that it does not know entirely: it would watch others", () => {
    const broken = [
      ...[null, 7, "x", [], {}],
      { ...wait, filter: undefined },
      { ...wait, filter: { results: ["NEW"] } },
      { ...wait, filter: { country: "x" } },
      { ...wait, since: "1" },
      { ...wait, until: null },
    ];
    for (const saved of broken) {
      const memento = new TestMemory();
      void memento.update("ozInspector.waits", { here: saved });
      assert.equal(new WaitMemory(memento).read("here"), undefined, JSON.stringify(saved));
    }
  });

  it("forgets the waits of connections that were removed", () => {
    const memory = new WaitMemory(new TestMemory());
    for (const key of ["a", "b"]) memory.save(key, wait);
    memory.keepOnly(["b"]);
    assert.deepEqual([memory.read("a"), memory.read("b")?.name], [undefined, "Mine"]);
  });
});
