import assert from "node:assert/strict";
import { UserError } from "../../../../src/commands/command";
import { answerPage } from "../../../../src/commands/overview/answerPage";
import type { PageMessage, PageModel } from "../../../../src/views/overview/page/model";
import { desk } from "../../../standIn/desk";
import { openWorld, type World } from "../../commands/world";
import { finishedFolder, idOf } from "../../folders/build";

describe("the panel with the overview", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    await desk.commands.get("ozInspector.showOverview")?.(undefined);
  });

  const sent = (): readonly PageModel[] => (desk.panel?.sent ?? []) as PageModel[];
  const shown = (): PageModel => sent().at(-1)!;
  const counts = (): unknown =>
    shown()
      .sections.find(({ id }) => id === "results")
      ?.rows.map(({ cells }) => cells.slice(0, 2));

  /** What the wrapper of all commands runs for a message of the page. */
  const answer = async (message: PageMessage): Promise<void> => answerPage(world, message);

  it("allows its page one script, one style, and nothing else", () => {
    const html = desk.panel?.html ?? "";
    const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const nonce = /script nonce="([^"]+)"/.exec(html)?.[1];
    assert.equal(
      policy,
      `default-src 'none'; style-src https://webview.example; script-src 'nonce-${nonce}'`,
    );
  });

  it("follows the list at once, but a few times a second at most, and names the connection", () => {
    world.clock.advance(1000);
    const before = sent().length;
    const arrive = (number: number): void => {
      world.folders.store.current.applyFolders([finishedFolder(number, "FAILED")]);
      world.clock.advance(0);
    };
    arrive(1);
    assert.equal(sent().length, before + 1);
    for (const number of [2, 3]) arrive(number);
    assert.equal(sent().length, before + 1);
    world.clock.advance(250);
    assert.equal(sent().length, before + 2);
    assert.ok(JSON.stringify(counts()).includes('["Failed","3"]'));
    assert.deepEqual([shown().sentences[0], shown().mark], ["Connection: Staging", undefined]);
  });

  it("sends the page its figures again when it is loaded again", () => {
    const before = sent().length;
    desk.panel?.send({ type: "ready" });
    assert.equal(sent().length, before + 1);
  });

  it("keeps its figures while signed out, and says so", async () => {
    const before = counts();
    await desk.commands.get("ozInspector.signOut")?.(undefined);
    world.clock.advance(1000);
    assert.deepEqual(counts(), before);
    assert.match(shown().mark ?? "", /^From staging\.example\.com\. Not updated while you are signed out\.$/);
    const [part] = shown().sections.flatMap(({ rows }) => rows.flatMap((row) => row.part ?? []));
    await assert.rejects(answer({ type: "show", part: part! }), new UserError("Sign in to Staging first."));
  });

  it("lists the folders of a figure", async () => {
    world.folders.store.current.applyFolders([finishedFolder(1, "FAILED"), finishedFolder(2)]);
    world.clock.advance(1000);
    const failed = shown().sections[0]?.rows.find(({ cells }) => cells[0] === "Failed");
    await answer({ type: "show", part: failed!.part! });
    const { current } = world.folders.filter;
    assert.deepEqual(current?.filter, { results: ["FAILED"] });
    assert.deepEqual(
      current.all.map(({ id }) => id),
      [idOf(1)],
    );
  });

  it("ignores a figure that it does not have", async () => {
    await answer({ type: "show", part: "{}" });
    assert.equal(world.folders.filter.current, undefined);
  });

  it("copies the figures, and saves them where the user says", async () => {
    desk.seen.length = 0;
    await answer({ type: "copy" });
    await answer({ type: "save" });
    const [copied, , saved] = desk.seen;
    assert.match(copied?.text ?? "", /^# Overview of \d+ loaded folders?\n\nConnection: Staging\n/);
    assert.match(saved?.text ?? "", /\/overview\.csv$/);
  });

  it("lets go of everything when it is closed", () => {
    desk.panel?.close();
    assert.equal(world.documents.overview.current, undefined);
    world.folders.store.current.applyFolders([finishedFolder(1)]);
    world.clock.advance(1000);
    assert.equal(desk.panel, undefined);
  });
});
