import assert from "node:assert/strict";
import { useLanguage } from "../../../src/base/language";
import { desk } from "../../standIn/desk";
import { IDS } from "./fakeServer";
import { openWorld } from "./world";

describe("a command that fails", () => {
  it("shows what the server said, but logs only the reason", async () => {
    const { server, log } = await openWorld();
    server.trouble = "No rows for Jane Doe, jane@corp.example";
    await desk.commands.get("ozInspector.openJson")?.(IDS.G);
    assert.match(desk.seen.find(({ what }) => what === "error")?.text ?? "", /Jane Doe/);
    const lines = log.lines.map(({ level, text }) => `${level} ${text}`);
    assert.ok(lines.includes("error ozInspector.openJson: serverError, status 500"), lines.join("\n"));
    assert.ok(!lines.some((line) => line.includes("Jane")));
  });

  it("logs of a sentence in the user's language what kind it is", async () => {
    const { log } = await openWorld();
    const translation = "Kein Ordner wird beobachtet.";
    useLanguage("de", { "No folder is watched. Use the eye on a row to watch one.": translation });
    try {
      await desk.commands.get("ozInspector.showWatched")?.(undefined);
    } finally {
      useLanguage("en", undefined);
    }
    assert.equal(log.lines.at(-1)?.text, `ozInspector.showWatched: UserError: ${translation}`);
    assert.equal(desk.seen.find(({ what }) => what === "error")?.text, translation);
  });
});
