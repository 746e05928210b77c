import assert from "node:assert/strict";
import { useStage } from "./stage";

describe("Explain Result", () => {
  const stage = useStage({ theme: "light" });

  it("marks a folder whose result contradicts its analyses, and says why", async () => {
    const { workbench, view } = stage;
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
      seen.includes("according to the server"),
    );
    assert.match(
      text,
      /Success, according to the server; its analyses give Declined, because Face match in the group/,
    );
    assert.match(text, /resultDiffers/);
    await workbench.screenshot("explanation");
  });

  it("updates while the folder is processed", async () => {
    const { workbench, sandbox } = stage;
    const id = await sandbox.idAt(0);
    await workbench.runWithId("Oz Inspector: Explain Result", id);
    await workbench.preview.waitFor("the explanation", (text) => text.includes(id));
    sandbox.analyseAgain(id);
    await workbench.extensionHost.execute("ozInspector.refresh");
    await workbench.preview.waitFor(
      "the folder to run",
      (text) => text.includes(id) && /^Processing, because/m.test(text),
    );
    await workbench.preview.waitFor(
      "the folder to end",
      (text) => text.includes(id) && !/^Processing, because/m.test(text),
    );
  });
});
