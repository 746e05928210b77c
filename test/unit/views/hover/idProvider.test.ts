import assert from "node:assert/strict";
import type { Position } from "vscode";
import { COMMANDS } from "../../../../src/ids";
import { IdProvider } from "../../../../src/views/hover/idProvider";
import { desk } from "../../../standIn/desk";
import type { Hover } from "../../../standIn/values";
import { IDS } from "../../commands/fakeServer";
import { openWorld, type World } from "../../commands/world";

const UNKNOWN = "dddddddd-0000-4000-8000-000000000009";

describe("IdProvider", () => {
  let world: World;
  let ids: IdProvider;
  beforeEach(async () => {
    world = await openWorld();
    world.server.asked.length = 0;
    const { connections, documents, folders, clock } = world;
    const tooltip = (): never => ({ value: "the tooltip" }) as never;
    ids = new IdProvider(folders, () => connections.current, documents.findings, tooltip, clock);
  });

  /** The hover over a part of a text. */
  async function hover(text: string, part: string, language = "log"): Promise<Hover | undefined> {
    const position = { line: 3, character: 50 + text.indexOf(part) + 1 } as unknown as Position;
    const found = await ids.hover(text, 50, position, language, new AbortController().signal);
    return found as Hover | undefined;
  }

  /** The arguments that the link of a hover passes. */
  function passed(shown: Hover | undefined): unknown {
    const { value = "" } = shown?.contents.at(-1) ?? {};
    const [, query = "", ...more] =
      /^\[[^\]]*\]\(command:ozInspector\.lookUpFolder\?([^()]*)\)$/.exec(value) ?? [];
    assert.deepEqual(more, []);
    return JSON.parse(decodeURIComponent(query));
  }

  it("offers to look up the value of a key, and sends nothing", async () => {
    desk.settings.set("ozInspector.hover.lookUpLanguages", ["log"]);
    const text = '10:22 {"transaction_id": "tx-42", "user": "tx-43"}';
    const shown = await hover(text, "tx-42");
    assert.deepEqual(passed(shown), [{ key: "transaction_id", value: "tx-42" }]);
    assert.match(shown!.contents[0]!.value, /^\[Look up transaction\\_id in Staging\]/);
    for (const other of ["transaction_id", "tx-43", "10:22"])
      assert.equal(await hover(text, other), undefined);
    assert.deepEqual(world.server.asked, []);
  });

  it("has the keys of the setting only", async () => {
    desk.settings.set("ozInspector.lookUp.keys", ["order"]);
    assert.equal(await hover("transaction_id=tx-42", "tx-42"), undefined);
    assert.deepEqual(passed(await hover("order=tx-42", "tx-42")), [{ key: "order", value: "tx-42" }]);
  });

  it("looks an unknown ID up as the key before it, and a loaded one as itself", async () => {
    const upper = UNKNOWN.toUpperCase();
    assert.deepEqual(passed(await hover(`transaction_id=${upper}`, upper)), [
      { key: "transaction_id", value: upper },
    ]);
    assert.deepEqual(passed(await hover(`folder=${upper}`, upper)), [upper]);
    const loaded = await hover(`transaction_id=${IDS.F}`, IDS.F);
    assert.match(loaded!.contents.at(-1)!.value, new RegExp(COMMANDS.explainResult));
  });

  it("lets no value out of its link", async () => {
    for (const value of [
      "x)](command:quit)",
      "a](b",
      "'*_~!`",
      String.raw`back\slash`,
      "%29)",
      "(nested (one))",
    ]) {
      const shown = await hover(
        JSON.stringify({ transaction_id: value }),
        JSON.stringify(value).slice(1, -1),
      );
      assert.deepEqual(passed(shown), [{ key: "transaction_id", value }]);
    }
  });

  it("links IDs and values in a terminal, each once", () => {
    const text = `transaction_id=${UNKNOWN} folder ${IDS.F} event_session_id: "s 1" x=y`;
    assert.deepEqual(
      ids
        .links(text)
        .map(({ wanted, startIndex, length }) => [wanted, text.slice(startIndex, startIndex + length)]),
      [
        [{ key: "transaction_id", value: UNKNOWN }, UNKNOWN],
        [{ key: "event_session_id", value: "s 1" }, "s 1"],
        [IDS.F, IDS.F],
      ],
    );
  });
});
