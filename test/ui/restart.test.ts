import { useStage } from "./stage";
import { eventually } from "./workbench/eventually";

describe("a restart of the extension host", () => {
  const stage = useStage({ theme: "light" });

  it("leaves no open document behind: JSON and explanation follow their folders again", async () => {
    const { workbench, sandbox } = stage;
    const { editor, extensionHost, preview } = workbench;
    const [inJson, explained] = [await sandbox.idAt(0), await sandbox.idAt(3)];
    await workbench.runWithId("Oz Inspector: Open JSON", inJson);
    await editor.waitForLens("Compare…");
    await workbench.runWithId("Oz Inspector: Explain Result", explained);
    await preview.waitFor("the explanation", (text) => text.includes(explained));
    await workbench.openContainer("Explorer");

    await extensionHost.crash();
    for (const id of [inJson, explained]) sandbox.analyseAgain(id, "FAILED");
    await eventually(
      "the new result in the JSON",
      () => extensionHost.documents(),
      (all) =>
        all.some(
          ({ uri, text }) => uri.includes(`${inJson}.json`) && text.includes('"system_resolution": "FAILED"'),
        ),
    );
    await preview.waitUntilShown("the new result in the preview", (text) =>
      text.startsWith("Failed: folder"),
    );
    await workbench.screenshot("restart-extension-host");
  });
});
