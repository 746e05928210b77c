import assert from "node:assert/strict";
import { watchedItems } from "../../../../src/commands/watch/askWatched";
import { desk } from "../../../standIn/desk";
import { finishedFolder, folder, idOf } from "../../folders/build";
import { closeServers, reply } from "../../oz/support";
import { listServer, openList, type OpenList } from "../openList";

const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };

/** The first characters of the folder's ID. */
const ID = idOf(1).slice(0, 8);

describe("the status bar item of watched folders", () => {
  afterEach(closeServers);

  /** Watches a folder with this metadata; the user labels folders by "applicant". */
  async function watch(metaData: object): Promise<OpenList> {
    const [list, server] = [openList(), await listServer(0)];
    await list.connect(server);
    desk.settings.set("ozInspector.folders.labelKeys", ["applicant"]);
    const { json } = folder(1, { ...running, meta_data: metaData });
    server.list = (response) => reply(response, 200, { items: [json], total_count: 1 });
    list.folders.watches.start(idOf(1));
    return list;
  }

  const shown = (): string => desk.statusBarItem.text ?? "";
  const backgroundId = (): string | undefined => desk.statusBarItem.backgroundColor?.id;
  const tooltip = (): string => (desk.statusBarItem.tooltip as { value: string }).value;

  it("names a folder as its row does, and so does their list", async () => {
    const list = await watch({ applicant: "Zoë" });
    assert.ok(shown().includes(` ${ID} not loaded yet`), shown());
    await list.folders.reader.readNewest();
    assert.match(list.watched.join(), /^Zoë: Processing/);
    assert.match(shown(), / Zoë Processing/);
    assert.match(desk.statusBarItem.accessibilityInformation?.label ?? "", /^Watched folder Zoë, Processing/);
    assert.ok(tooltip().includes(`Zoë · ${idOf(1)}: Processing`), tooltip());
    assert.deepEqual(
      watchedItems(list).map(({ label, detail }) => [label, detail]),
      [["Zoë", idOf(1)]],
    );
  });

  it("names a folder without a label by its ID, once", async () => {
    const list = await watch({});
    await list.folders.reader.readNewest();
    assert.ok(shown().includes(` ${ID} Processing`), shown());
    assert.ok(tooltip().includes(`\n${idOf(1)}: Processing`), tooltip());
  });

  it("names a folder by a label with which its ID happens to begin", async () => {
    const label = ID.slice(0, 1);
    const list = await watch({ applicant: label });
    await list.folders.reader.readNewest();
    assert.ok(tooltip().includes(`\n${label} · ${idOf(1)}: Processing`), tooltip());
  });

  // result, background
  const backgrounds: [string, string | undefined][] = [
    ["FAILED", "statusBarItem.errorBackground"],
    ["DECLINED", "statusBarItem.warningBackground"],
    ["OPERATOR_REQUIRED", "statusBarItem.warningBackground"],
    ["SUCCESS", undefined],
  ];
  for (const [result, background] of backgrounds) {
    it(`has ${background ?? "no background"} for ${result}`, async () => {
      const list = await watch({});
      await list.folders.reader.readNewest();
      assert.equal(backgroundId(), undefined, "it runs");
      list.folders.store.current.applyFolders([finishedFolder(1, result)]);
      assert.equal(backgroundId(), background);
    });
  }

  it("cuts a long label", async () => {
    const list = await watch({ applicant: "z".repeat(100) });
    await list.folders.reader.readNewest();
    assert.ok(shown().includes(` ${"z".repeat(39)}… Processing`), shown());
  });
});
