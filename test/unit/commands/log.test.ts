import assert from "node:assert/strict";
import { desk } from "../../standIn/desk";
import { IDS } from "./fakeServer";
import { openWorld } from "./world";

describe("a command that fails", () => {
  it("shows what the server said, but logs only the reason", async () => {
    const { server, log } = await openWorld();
    server.trouble = "No rows for Jane Doe, jane@corp.example";
    await desk.commands.get("ozInspector.openJson")?.(IDS.G);
    assert.match(desk.seen.find(({ what }) => what === "error")?.text ?? "", /Jane Doe/);
    assert.ok(
      log.lines.includes("error ozInspector.openJson: serverError, status 500"),
      log.lines.join("\n"),
    );
    assert.ok(!log.lines.some((line) => line.includes("Jane")));
  });
});
