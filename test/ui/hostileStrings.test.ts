import assert from "node:assert/strict";
import MarkdownIt from "markdown-it";
import { attacksOn, ICON, markOf } from "./hostile/attacks";
import { RUNNING, startHostileServer, type HostileServer } from "./hostile/hostileServer";
import { startThief, type Thief } from "./hostile/thief";
import { removeConnections, signIn } from "./signIn";
import { useWindow } from "./stage";
import { findDanger } from "./workbench/danger";
import { eventually } from "./workbench/eventually";
import type { TreeRow } from "./workbench/treeRow";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

/** Characters: a tooltip is one text to a screen reader, and lists a dozen facts of up to 200 each. */
const LONGEST = 4000;

/** For tests that hover dozens of elements. */
const QUICK_HOVERS = { "editor.hover.delay": 50, "workbench.hover.delay": 50 };

/** Every surface that shows text from a server needs a test here that opens it and calls `assertHarmless`. */
describe("hostile text from a server", () => {
  const window = useWindow({
    settings: { "ozInspector.folders.labelKeys": ["label"] },
    size: { width: 1280, height: 1000 },
  });

  let thief: Thief;
  let server: HostileServer;
  let workbench: Workbench;
  let folders: View;
  let watched: View;
  let names: string[];
  beforeEach(async () => {
    ({ workbench, view: folders } = window);
    watched = workbench.view("ozInspector.watched");
    thief = await startThief();
    const attacks = attacksOn(thief.address);
    names = Object.keys(attacks);
    server = await startHostileServer(attacks, `${thief.address}/schema.json`);
    await workbench.extensionHost.execute("ozInspector.openSandbox", server.address);
    await rowOf(folders, RUNNING);
  });
  afterEach(async () => {
    await assertHarmless();
    await server.close();
    await thief.close();
  });

  /** Fails if hostile text is rendered as anything but text, or has caused a request. */
  async function assertHarmless(): Promise<void> {
    const signs = { icon: ICON, host: new URL(thief.address).host, longest: LONGEST };
    assert.deepEqual(await findDanger(workbench.page, signs), []);
    assert.deepEqual(thief.visits, []);
  }

  const isOf =
    (name: string) =>
    ({ label }: TreeRow): boolean =>
      label.startsWith(markOf(name));

  /** The row of the folder that carries this attack. */
  async function rowOf(view: View, name: string): Promise<TreeRow> {
    const rows = await view.tree.waitFor(markOf(name), (seen) => seen.some(isOf(name)));
    return rows.find(isOf(name))!;
  }

  it("stays plain text in rows", async () => {
    for (const name of names) {
      const { description } = await rowOf(folders, name);
      assert.match(
        description,
        name === RUNNING ? /^Processing/ : new RegExp(`^(⚠ )?Unknown \\(${markOf(name)}`),
      );
    }
    await workbench.screenshot("hostile-rows");
  });

  it("stays plain text in tooltips", async () => {
    await workbench.changeSettings(QUICK_HOVERS);
    for (const name of names) {
      const hover = await folders.tree.hover((await rowOf(folders, name)).label);
      assert.ok(hover.includes(name === RUNNING ? "Processing" : markOf(name)), hover);
      await assertHarmless();
    }
  });

  it("stays plain text in the rows and tooltips of analyses and media", async () => {
    await workbench.changeSettings(QUICK_HOVERS);
    for (const name of names) {
      const { label } = await rowOf(folders, name);
      await folders.tree.expand(label);
      await folders.tree.expand("Media");
      const rows = await folders.tree.waitFor(
        "files",
        (seen) => seen.filter(({ level }) => level === 3).length === 5,
      );
      const marks = [`${markOf(name)} type`, `${markOf(name)} file`].map(
        (mark) => new RegExp(`^${mark}`, "i"),
      );
      for (const mark of marks) {
        const row = rows.find((one) => mark.test(one.label));
        assert.ok(row, String(mark));
        assert.match(await folders.tree.hover(row.label), new RegExp(mark.source.slice(1), "i"));
        await assertHarmless();
      }
      const file = await folders.tree.menu(rows.find(({ label: one }) => marks[1]!.test(one))!.label);
      assert.deepEqual(
        await file.read(),
        [{ label: "Copy ID", enabled: true }],
        "no link is offered to open",
      );
      await file.close();
      if (name === "html") await workbench.screenshot("hostile-media");
      await folders.tree.collapse(label);
    }
  });

  it("stays plain text in the overview, and in what is copied of it", async () => {
    const { preview, quickInput } = workbench;
    await workbench.runCommand("Oz Inspector: Show Overview…");
    await quickInput.pick("Loaded Folders");
    const text = await preview.waitUntilShown("the codes", (shown) =>
      names.every((name) => name === RUNNING || shown.includes(markOf(name))),
    );
    assert.ok(text.includes("Failures by error code"));
    await assertHarmless();
    await workbench.screenshot("hostile-overview");
    await preview.within("Failures by error code", async (page) => {
      assert.equal(await page.locator("main :is(img, a, iframe, script, h1)").count(), 0);
      await page.getByRole("button", { name: "Copy as Markdown" }).click();
    });
    const copied = await eventually(
      "the copied figures",
      () => workbench.clipboard(),
      (one) => one.startsWith("# Overview"),
    );
    // eslint-disable-next-line no-control-regex -- those must not be there
    assert.doesNotMatch(copied, /[\u0000\u001b\u202e\u2028]/);
    const html = new MarkdownIt({ html: true, linkify: true }).render(copied);
    assert.doesNotMatch(html, /<(?:img|a|script)\b/);
    await preview.within("Failures by error code", (page) =>
      page.getByRole("button", { name: new RegExp(`^${markOf("html")}`) }).click(),
    );
    await folders.tree.waitFor(
      "the folder with that code",
      (rows) => rows.filter(({ level }) => level === 1).length === 1,
    );
    await eventually(
      "the message above the list",
      () => folders.message(),
      (message) => message.includes("error code Hostile html"),
    );
  });

  it("is copied as one line of visible characters, as the status bar says", async () => {
    for (const name of [RUNNING, "lines", "bidi"]) {
      const { label } = await rowOf(folders, name);
      await folders.tree.expand(label);
      const type = new RegExp(`^${markOf(name)} type`, "i");
      const rows = await folders.tree.waitFor("its analyses", (seen) =>
        seen.some((row) => type.test(row.label)),
      );
      const menu = await folders.tree.menu(rows.find((row) => type.test(row.label))!.label);
      await menu.choose("Copy ID");
      const id = await eventually(
        "the ID on the clipboard",
        () => workbench.clipboard(),
        (text) => text.startsWith(markOf(name)),
      );
      assert.doesNotMatch(id, /[\p{C}\p{Zl}\p{Zp}]/u);
      if (name === RUNNING) assert.equal(id, `${markOf(name)} $(${ICON}) $(${ICON}~spin)`);
      await workbench.statusBar.waitFor(`Copied ${markOf(name)}`);
      await assertHarmless();
      await folders.tree.collapse(label);
    }
  });

  it("stays plain text in watched rows, in the status bar and in their tooltips", async () => {
    await workbench.changeSettings(QUICK_HOVERS);
    // One folder stays watched so that the view stays open.
    await workbench.extensionHost.execute("ozInspector.watchFolder", server.idOf(RUNNING));
    for (const name of names) {
      await workbench.extensionHost.execute("ozInspector.watchFolder", server.idOf(name));
      const { label, description } = await rowOf(watched, name);
      assert.ok(description.length < 200);
      await watched.tree.hover(label);
      await assertHarmless();
      const item = await workbench.statusBar.waitFor("Watched folder");
      const hover = await workbench.statusBar.hover(item.text);
      if (name !== RUNNING) assert.match(hover, new RegExp(`Unknown \\(${markOf(name)}`));
      await assertHarmless();
      if (name === "html") await workbench.screenshot("hostile-watched");
      if (name !== RUNNING && name !== "html")
        await workbench.extensionHost.execute("ozInspector.unwatchFolder", server.idOf(name));
    }
  });

  it("stays plain text in a notification", async () => {
    await workbench.extensionHost.execute("ozInspector.watchFolder", server.idOf(RUNNING));
    server.finish();
    await eventually(
      "the notification",
      async () => {
        await workbench.extensionHost.execute("ozInspector.refreshFolder", server.idOf(RUNNING));
        return await workbench.notifications.read();
      },
      (all) => all.some(({ message }) => message.includes(`Folder ${markOf(RUNNING)}`)),
    );
    await workbench.screenshot("hostile-notification");
    await assertHarmless();
  });

  it("stays plain text in the list of watched folders", async () => {
    for (const name of [RUNNING, "html"])
      await workbench.extensionHost.execute("ozInspector.watchFolder", server.idOf(name));
    await workbench.runCommand("Oz Inspector: Show Watched Folders");
    await workbench.quickInput.waitFor("the list", ({ title }) => title === "Watched Folders");
    const picks = await workbench.quickInput.picks();
    assert.ok(picks.some(({ description }) => description.includes(markOf("html"))));
    await assertHarmless();
    await workbench.quickInput.cancel();
  });

  it("stays plain text in the pickers of Look Up and Compare JSON", async () => {
    for (const command of ["Look Up Folder or Analysis…", "Compare JSON…"]) {
      if (command.startsWith("Compare")) {
        await workbench.runWithId(`Oz Inspector: ${command}`, server.idOf(RUNNING));
        await workbench.quickInput.waitFor("the list", ({ title }) => title.startsWith("Compare JSON:"));
      } else {
        await workbench.runCommand(`Oz Inspector: ${command}`);
        await workbench.quickInput.waitFor("the list", ({ placeholder }) => placeholder.startsWith("ID, or"));
      }
      for (const name of names.filter((one) => one !== RUNNING)) {
        await workbench.quickInput.type(markOf(name));
        await eventually(
          `an entry for ${name}`,
          () => workbench.quickInput.picks(),
          (picks) =>
            picks.some(({ label, description, detail }) =>
              [label, description, detail].some((text) => text.includes(markOf(name))),
            ),
        );
        await assertHarmless();
      }
      await workbench.screenshot(`hostile-${command.slice(0, 7).trim().toLowerCase()}`);
      await workbench.quickInput.cancel();
    }
  });

  it("stays plain text in the filter editor and in the message of a filter", async () => {
    await workbench.runCommand("Oz Inspector: Filter…");
    await workbench.quickInput.pick("Analysis Type");
    await workbench.quickInput.waitFor("the types", ({ title }) => title === "Filter by Analysis Type");
    await assertHarmless();
    await workbench.screenshot("hostile-filter");
    await workbench.quickInput.tickAll();
    await workbench.quickInput.waitFor("the filter editor", ({ title }) => title === "Filter Folders");
    await assertHarmless();
    await workbench.quickInput.pick("Show Folders");
    await eventually(
      "the message",
      () => folders.message(),
      (text) => text.includes(markOf(RUNNING).toUpperCase()),
    );
    await assertHarmless();
    await folders.pressTitle("Clear Filter");
  });

  it("stays plain text in explanations", async () => {
    for (const name of names) {
      await workbench.extensionHost.execute("ozInspector.explainResult", server.idOf(name));
      await workbench.preview.waitFor(
        `the explanation of ${name}`,
        (text) => text.includes(server.idOf(name)) && text.includes(markOf(name)),
      );
      await assertHarmless();
      if (name === "html") await workbench.screenshot("hostile-explanation");
    }
  });

  it("stays plain text in JSON", async () => {
    await workbench.changeSettings(QUICK_HOVERS);
    for (const name of names.filter((one) => one !== "long")) {
      await workbench.extensionHost.execute("ozInspector.openJson", server.idOf(name));
      await workbench.editor.waitFor(
        "the JSON",
        (text) => text.includes(server.idOf(name)) && text.includes(markOf(name)),
      );
      // It first occurs as the folder's status. The editor shows spaces as non-breaking ones.
      const status = markOf(name).replace(" ", "\u00a0");
      if (name !== RUNNING) assert.match(await workbench.editor.hoverAt(status), /^Unknown/);
      await assertHarmless();
      // The hover of an ID also works in its folder's own JSON.
      const hover = await workbench.editor.hoverAt(server.idOf(name));
      assert.ok(hover.includes(name === RUNNING ? "Open JSON" : markOf(name)), hover);
      await assertHarmless();
    }
    await workbench.screenshot("hostile-json");
  });

  it("stays plain text in error notifications, and in the failure row and its tooltip", async () => {
    await workbench.runWithId(
      "Oz Inspector: Look Up Folder or Analysis…",
      "7e7e7e7e-0000-4000-8000-999999999999",
    );
    await workbench.notifications.waitFor("has no folder");
    await assertHarmless();
    await workbench.notifications.dismiss("has no folder");
    server.mood = "errors";
    await workbench.runCommand("Oz Inspector: Refresh");
    await workbench.notifications.waitFor(markOf("error"));
    assert.match(await folders.tree.hover("Server error"), new RegExp(markOf("error")));
    await workbench.screenshot("hostile-error");
    await assertHarmless();
    await workbench.notifications.dismiss(markOf("error"));
  });

  it("stays plain text above an empty list", async () => {
    await workbench.extensionHost.execute("ozInspector.signOut");
    server.mood = "noFolders";
    await signIn(workbench, server.address);
    await eventually(
      "the message",
      () => folders.message(),
      (text) => text.includes(markOf("error").toUpperCase()),
    );
    await workbench.screenshot("hostile-message");
    await assertHarmless();
    await removeConnections(workbench);
  });
});
