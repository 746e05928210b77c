import assert from "node:assert/strict";
import { startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

describe("explaining a result", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  let view: View;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300, arrivalInterval: 30_000, epoch: Date.now() - 29_000 });
    workbench = await openWorkbench({ theme: "light" });
    view = workbench.view("ozInspector.folders");
    await signIn(workbench, sandbox.address);
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  it("marks a folder whose result contradicts its analyses, and says why", async () => {
    const rows = await view.tree.waitFor("a marked row", (seen) =>
      seen.some(({ description }) => description.startsWith("Success ⚠")),
    );
    const marked = rows.find(({ description }) => description.startsWith("Success ⚠"))!;
    assert.match(marked.spoken, /\d findings?/);
    assert.match(
      await view.tree.hover(marked.label),
      /The server says Success, but its analyses give Declined\./,
    );
    const menu = await view.tree.menu(marked.label);
    await menu.choose("Explain Result");
    const text = await workbench.preview.waitFor("the explanation", (seen) =>
      seen.includes("as the server says"),
    );
    assert.match(
      text,
      /Success, as the server says; by its analyses it would be Declined, because Face match in the group/,
    );
    assert.match(text, /resultDiffers/);
    await workbench.screenshot("explanation");
  });

  it("follows a folder that still runs", async () => {
    const first = await sandbox.idAt(0);
    const id = await eventually(
      "a new folder",
      () => sandbox.idAt(0),
      (newest) => newest !== first,
      40_000,
    );
    await workbench.runCommand("Oz Inspector: Explain Result");
    await workbench.quickInput.answer(id);
    await workbench.preview.waitFor(
      "that it runs",
      (text) => text.includes(id) && /(Initial|Processing), because/.test(text),
    );
    await workbench.preview.waitFor(
      "its end",
      (text) => text.includes(id) && !/^(Initial|Processing), because/m.test(text),
    );
  });
});
