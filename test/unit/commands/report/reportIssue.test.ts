import assert from "node:assert/strict";
import { MAX_LOG_LINES } from "../../../../src/base/limits";
import { desk, type OpenDocument } from "../../../standIn/desk";
import { closeDocument, textOf } from "../../../standIn/documents";
import { settle } from "../../settle";
import { IDS } from "../fakeServer";
import { openWorld, type World } from "../world";

const run = (command: string, argument?: unknown): unknown =>
  desk.commands.get(`ozInspector.${command}`)?.(argument);

async function report(): Promise<string> {
  await run("reportIssue");
  await settle();
  const text = textOf("untitled:");
  assert.ok(text !== undefined);
  return text;
}

describe("Report Issue", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });

  it("opens a text to complete, with versions, settings, kinds of connections and the log", async () => {
    await run("openJson", IDS.F);
    desk.settings.set("ozInspector.findings.hidden", ["noAnalyses"]);
    const text = await report();
    assert.match(text, /^\*\*What did you do, what did you see, and what did you expect\?\*\*\n/);
    for (const line of [
      "- Oz Inspector: 1.2.3",
      "- Remote: of another kind",
      "- Servers: 1, signed in to 1",
      "- Sandboxes: 0",
      "- findings.hidden: noAnalyses",
      "- webConsole.folderUrl: set",
    ])
      assert.ok(text.includes(`\n${line}\n`), `${line} in:\n${text}`);
    assert.match(text, /\n\d{4}-\S+Z \[info\] Command ozInspector\.openJson\n/);
    assert.match(text, /\[info\] GET \/api\/folders\/<id>/);
    assert.deepEqual(world.server.asked.slice(-1), [`/api/folders/${IDS.F}`], "the report asks nothing");
  });

  it("copies what the user made of it, and opens the page for issues, only when asked", async () => {
    await report();
    assert.deepEqual(
      desk.seen.filter(({ what }) => what === "clipboard" || what === "external"),
      [],
    );
    desk.pressed = "Copy and Open Issues";
    desk.documents.clear();
    await report();
    const open = [...desk.documents.values()][0]!;
    assert.deepEqual(
      desk.seen.filter(({ what }) => what === "clipboard" || what === "external"),
      [
        { what: "clipboard", text: open.text },
        { what: "external", text: "https://github.example/issues/new" },
      ],
    );
  });

  it("offers that again for the open report, and opens another one once it is closed", async () => {
    await report();
    const [[uri, open]] = [...desk.documents] as [[string, OpenDocument]];
    open.text = "What the user made of it";
    desk.pressed = "Copy and Open Issues";
    assert.equal(await report(), "What the user made of it");
    assert.deepEqual(
      desk.seen.filter(({ what }) => what === "document" || what === "clipboard").map(({ text }) => text),
      [uri, uri, "What the user made of it"],
    );
    closeDocument(uri);
    assert.match(await report(), /^\*\*What did you do/);
  });

  it("tells nothing of whom and what the user works with", async () => {
    const { connections, server } = world;
    await connections.rename("staging", { name: "Jane's Bank" });
    desk.settings.set("ozInspector.folders.labelKeys", ["customer_ref"]);
    desk.settings.set("ozInspector.hover.lookUpLanguages", ["janelang"]);
    desk.settings.set("ozInspector.lookUp.keys", ["jane_ref"]);
    desk.settings.set("ozInspector.findings.hidden", ["jane-code", "noAnalyses"]);
    desk.settings.set("ozInspector.webConsole.folderUrl", "https://console.jane.example/{folder_id}");
    for (const command of ["openJson", "explainResult", "watchFolder", "refreshFolder"])
      for (const id of Object.values(IDS)) await run(command, id);
    await run("openJson", "no ID of jane@corp.example");
    await run("lookUpFolder", { key: "jane_ref", value: "jane@corp.example" });
    await run("lookUpFolder", { key: "jane_ref", value: "Jane, Doe" });
    server.trouble = "No rows for Jane Doe";
    await run("openJson", IDS.G);
    await run("refresh");
    await connections.signOut("staging");
    await run("openJson", IDS.F);
    const text = await report();
    assert.match(text, /- folders\.labelKeys: 1 set\n/);
    assert.match(text, /- findings\.hidden: noAnalyses and 1 unknown\n/);
    assert.match(text, /- Servers: 1, signed in to 0\n/);
    const secrets = [/jane/i, /doe/i, /customer_ref/, /staging/i, /example\.com/, /aaaa/];
    for (const secret of [...secrets, ...Object.values(IDS)])
      assert.ok(
        !(typeof secret === "string" ? text.includes(secret) : secret.test(text)),
        `${secret} in:\n${text}`,
      );
  });

  it(`works without a connection, and has the last ${MAX_LOG_LINES} lines of the log`, async () => {
    await world.connections.remove("staging");
    for (let times = 0; times < 2 * MAX_LOG_LINES; times++) await run("copyJsonPath");
    const text = await report();
    assert.match(text, /- Servers: 0, signed in to 0\n/);
    const [, log = ""] = /```text\n(.*)\n```/s.exec(text) ?? [];
    assert.equal(log.split("\n").length, MAX_LOG_LINES);
    assert.match(log, /Command ozInspector\.reportIssue$/);
  });
});
