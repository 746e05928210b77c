import assert from "node:assert/strict";
import { JsonLenses } from "../../../src/views/json/jsonLenses";
import { desk } from "../../standIn/desk";
import { IDS } from "../commands/fakeServer";
import { openWorld, type World } from "../commands/world";
import { useUtc } from "../examples/useUtc";

const DAY = 86_400_000;

describe("a moment that was yesterday", () => {
  useUtc();
  let world: World;
  let redrawn: number;

  /** The server answered at 12:00:00 and has been away since 12:00:05. */
  beforeEach(async () => {
    world = await openWorld();
    world.folders.watches.start(IDS.G);
    world.clock.advance(5000);
    world.server.isAway = true;
    await assert.rejects(world.folders.reader.readNewest());
    redrawn = 0;
    desk.trees.get("ozInspector.folders")?.onDidChangeTreeData?.(() => redrawn++);
  });

  const failureRow = async () => (await world.rows("ozInspector.folders"))[0]!.item();
  const message = () => desk.views.get("ozInspector.folders")?.message;
  const status = () => desk.statusBarItem.accessibilityInformation?.label;

  it("has its day, in the failure row, the message and the status bar, without any other change", async () => {
    assert.equal((await failureRow()).description, "since 12:00:05");
    assert.equal(message(), "Staging · 1 folder, as of 12:00:00.");
    assert.match(String(status()), /, Server unreachable since 12:00:05$/);
    world.clock.advance(DAY);
    assert.equal(redrawn, 1);
    assert.equal((await failureRow()).description, "since 2025-03-01 12:00:05");
    assert.equal(message(), "Staging · 1 folder, as of 2025-03-01 12:00:00.");
    assert.match(String(status()), /, Server unreachable since 2025-03-01 12:00:05$/);
    world.clock.advance(60_000);
    assert.equal(redrawn, 1, "only once");
  });

  it("has its day above a JSON document", async () => {
    const { json } = world.documents;
    const lenses = new JsonLenses(json, world.folders.health, () => world.clock.now());
    world.server.isAway = false;
    const uri = json.uri({ folderId: IDS.F });
    await json.provideTextDocumentContent(uri);
    const first = () => lenses.provideCodeLenses({ uri } as never)[0]?.command;
    assert.match(first()?.title ?? "", /^Version 1 · received 12:00:00/);
    assert.equal(first()?.tooltip, "Received 2025-03-01 12:00:00 UTC");
    world.clock.advance(DAY);
    assert.match(first()?.title ?? "", /^Version 1 · received 2025-03-01 12:00:00/);
    lenses.dispose();
  });

  it("has its zone in the tooltips", async () => {
    const [failure, row] = await world.rows("ozInspector.folders");
    assert.match(failure?.tooltip() as string, / Failing since 2025-03-01 12:00:05 UTC\. Click to retry\.$/);
    const plain = (markdown: unknown): string => (markdown as { value: string }).value.replaceAll("\\", "");
    assert.match(plain(row?.tooltip()), /Created: 1970-01-01 00:00:02 UTC/);
    assert.match(plain(desk.statusBarItem.tooltip), /Failing since 2025-03-01 12:00:05 UTC\./);
  });
});
