import assert from "node:assert/strict";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { labelOf } from "./server";
import { useStage } from "./stage";
import { violations } from "./workbench/axe";
import { eventually } from "./workbench/eventually";
import { movingParts } from "./workbench/motion";
import { themes, waitForThemeIn, type Theme } from "./workbench/theme";
import { Walkthrough } from "./workbench/walkthrough";

describe("what axe finds in our parts of the window", () => {
  const stage = useStage();

  it("is nothing in the views, the status bar, JSON and a notification, in every kind of theme", async () => {
    const { workbench, view, sandbox } = stage;
    const [running, declined] = [await sandbox.idAt(0), await sandbox.idAt(1)];
    await view.tree.expand(labelOf(declined));
    await workbench.runWithId("Oz Inspector: Watch Folder", running);
    await workbench.statusBar.waitFor(`${labelOf(running)} Success`);
    await workbench.extensionHost.execute("ozInspector.openJson", declined);
    await workbench.editor.waitForLens("Compare…");
    sandbox.analyseAgain(running, "DECLINED");
    await workbench.extensionHost.execute("ozInspector.refreshFolder", running);
    await workbench.notifications.waitFor(labelOf(running));
    assert.deepEqual(await violations(workbench.page, ".notifications-toasts"), []);
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.changeTheme(theme);
      const found = await violations(workbench.page, ".part.sidebar", ".part.statusbar", ".part.editor");
      assert.deepEqual(found, [], theme);
      await workbench.screenshot(`accessibility-${theme}`);
    }
  });

  it("is nothing in pickers and prompts", async () => {
    const { workbench } = stage;
    for (const title of ["Look Up Folder or Analysis…", "Filter…", "Switch Connection…", "Add Connection…"]) {
      await workbench.runCommand(`Oz Inspector: ${title}`);
      await workbench.quickInput.waitFor(title, ({ value }) => !value.startsWith(">"));
      assert.deepEqual(
        await violations(workbench.page, ".quick-input-widget:not([style*='display: none'])"),
        [],
        title,
      );
      await workbench.quickInput.cancel();
    }
  });
});

describe("what axe finds in our pages, side by side", () => {
  // Each is as wide as it is alone in the usual window.
  const stage = useStage({ size: { width: 2200, height: 800 } });

  it("is nothing in an explanation and the walkthrough, in every kind of theme", async () => {
    const { workbench, sandbox } = stage;
    const { page, preview, extensionHost } = workbench;
    const declined = await sandbox.idAt(1);
    await extensionHost.execute("ozInspector.explainResult", declined);
    await preview.waitUntilShown("the explanation", (text) => text.includes(declined));
    await extensionHost.execute("workbench.action.newGroupRight");
    await new Walkthrough(workbench, "Get Started with Oz Inspector").open();
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.changeTheme(theme);
      const found = await preview.within(declined, async (explanation) => {
        await waitForThemeIn(explanation, theme);
        return await violations(explanation, "body");
      });
      assert.deepEqual(found, [], theme);
      assert.deepEqual(await violations(page, ".gettingStartedSlideDetails"), [], theme);
      await workbench.screenshot(`accessibility-pages-${theme}`);
    }
  });
});

describe("what a screen reader says", () => {
  const stage = useStage({}, () => ({ folders: 300 }));

  it("names the kind, the status and the findings of each row, and whether it is watched", async () => {
    const { workbench, view, sandbox } = stage;
    const [declined, watched, analysedTwice] = [
      labelOf(await sandbox.idAt(1)),
      await sandbox.idAt(2),
      labelOf(await sandbox.idAt(7)),
    ];
    await workbench.runWithId("Oz Inspector: Watch Folder", watched);
    await workbench.statusBar.waitFor("Watched folder");
    await view.tree.expand(analysedTwice);
    await view.tree.expand(declined);
    await view.tree.expand("Media");
    const rows = await view.tree.waitFor("the analyses", (seen) => seen.some(({ level }) => level === 3));
    await view.tree.scrollTo("Load more");
    const spoken = [...rows, ...(await view.tree.rows())].map((row) => row.spoken);
    for (const expected of [
      /^Folder [^,]+, Success, /,
      /^Folder [^,]+, Declined, /,
      /^Folder [^,]+, Failed, /,
      /^Folder [^,]+, Initial, /,
      /^Folder [^,]+, Operator required, /,
      /^Folder [^,]+, Finished, no result, 2 findings, /,
      /^Folder [^,]+, Processing, was Declined, 1 finding, /,
      /^Folder [^,]+, Processing, .*, watched$/,
      /^Folder [^,]+, Success, 3 minutes ago, 2 analyses$/,
      withTimes`^Group posted at ${CLOCK_TIME}, Success, 2 analyses, finished ${CLOCK_TIME}, decides$`,
      withTimes`^Group posted at ${CLOCK_TIME}, Declined, 2 analyses, finished ${CLOCK_TIME}$`,
      /^Analysis Face match, Declined, 0\.\d+, threshold 0\.85/,
      /^Media, 2 files$/,
      /^File [^,]+, /,
      /^Load more, 100 of 300$/,
    ])
      assert.ok(
        spoken.some((text) => expected.test(text)),
        `${expected}\n${spoken.join("\n")}`,
      );
    assert.ok(
      spoken.every((text) => !/[·⚠$]|\d[mhd] ago/u.test(text)),
      spoken.join("\n"),
    );
    const item = await workbench.statusBar.waitFor("Watched folder");
    assert.match(item.spoken, /^Watched folder [^,]+, Processing, 1 finding/);
  });

  it("says what a badge counts, and a notice as a sentence", async () => {
    const { workbench, sandbox } = stage;
    const id = await sandbox.idAt(0);
    await workbench.runWithId("Oz Inspector: Watch Folder", id);
    await workbench.statusBar.waitFor("Watched folder");
    sandbox.analyseAgain(id, "DECLINED");
    await workbench.extensionHost.execute("ozInspector.refreshFolder", id);
    await workbench.notifications.waitForSpoken(
      new RegExp(`^Warning: Folder ${labelOf(id)} · Declined: [^·⚠]+$`, "u"),
    );
    await eventually(
      "the badge",
      () => workbench.spokenContainer("Oz Inspector"),
      (spoken) => spoken.endsWith("1 watched folder needs attention"),
    );
  });
});

describe("what moves", () => {
  const stage = useStage();

  it("stands still once VS Code is set to reduce motion, and moves again after that", async () => {
    const { workbench, sandbox } = stage;
    const waitForMoving = (...parts: readonly string[]): Promise<unknown> =>
      eventually(
        `icons to move in: ${parts.join(", ")}`,
        () => movingParts(workbench.page),
        (moving) => moving.join() === parts.join(),
      );
    await workbench.runWithId("Oz Inspector: Watch Folder", await sandbox.idAt(2));
    await workbench.statusBar.waitFor("Processing");
    await waitForMoving("sidebar", "status bar");
    await workbench.changeSettings({ "workbench.reduceMotion": "on" });
    await waitForMoving();
    assert.deepEqual((await workbench.statusBar.waitFor("Watched folder")).icons, ["sync"]);
    await workbench.screenshot("reduced-motion");
    await workbench.changeSettings({ "workbench.reduceMotion": "off" });
    await waitForMoving("sidebar", "status bar");
  });
});
