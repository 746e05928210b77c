import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { useWindow } from "./stage";
import { eventually } from "./workbench/eventually";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

describe("reporting an issue", () => {
  const window = useWindow({ theme: "light" });

  it("opens a report with the versions, and copies it as the user has left it, without a connection", async () => {
    const { workbench } = window;
    const { editor, notifications, dialog } = workbench;
    await workbench.runCommand("Oz Inspector: Report Issue…");
    const text = await editor.waitFor("the report", (shown) => shown.includes("Versions"));
    assert.ok(text.includes(`- Oz Inspector: ${version}`), text);
    assert.ok(!text.includes("127.0.0.1"), text);
    await workbench.screenshot("report-issue");
    const { buttons } = await notifications.waitFor("Nothing has been sent.");
    assert.deepEqual(buttons, ["Copy and Open Issues"]);
    // Whoever has closed it asks for it again.
    await notifications.dismiss("Nothing has been sent.");
    await workbench.runCommand("Oz Inspector: Report Issue…");
    await notifications.waitFor("Nothing has been sent.");
    assert.equal((await editor.titles()).length, 1);
    await notifications.press("Nothing has been sent.", "Copy and Open Issues");
    // VS Code asks before it opens a site that it does not trust.
    assert.match(await dialog.text(), /github\.com\/oz-inspector\/oz-inspector\/issues\/new/);
    await dialog.press("Cancel");
    await eventually(
      "the report on the clipboard",
      () => workbench.clipboard(),
      (copied) =>
        copied.startsWith("**What did you do") && copied.includes("Command ozInspector.reportIssue"),
    );
    await workbench.extensionHost.execute("workbench.action.revertAndCloseActiveEditor");
  });
});
