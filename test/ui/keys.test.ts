import { shortId } from "../../src/oz/model/id";
import { useStage } from "./stage";
import { eventually } from "./workbench/eventually";
import { Walkthrough } from "./workbench/walkthrough";

describe("keys", () => {
  const stage = useStage();

  it("look up an ID while the view, an editor or the walkthrough that tells the keys has the focus", async () => {
    const { workbench, view } = stage;
    const { quickInput, page } = workbench;
    const lookUp = async (): Promise<void> => {
      await page.keyboard.press("Control+K");
      await page.keyboard.press("l");
    };
    const opens = async (): Promise<void> => {
      await quickInput.waitFor("the question for an ID", ({ placeholder }) =>
        placeholder.startsWith("ID, or"),
      );
      await quickInput.cancel();
    };
    const [first] = await view.tree.rows();
    await view.tree.click(first!.label);
    await lookUp();
    await opens();
    await workbench.openFile("verification.log");
    await lookUp();
    await opens();
    const walkthrough = new Walkthrough(workbench, "Get Started with Oz Inspector");
    await walkthrough.open();
    await walkthrough.select("Look up an ID");
    await lookUp();
    await opens();
    await workbench.editor.close();
  });

  it("copy the whole ID of the selected row", async () => {
    const { sandbox, workbench, view } = stage;
    const id = await sandbox.idAt(1);
    await view.tree.click(shortId(id));
    await workbench.page.keyboard.press("Control+C");
    await eventually(
      "the ID on the clipboard",
      () => workbench.clipboard(),
      (text) => text === id,
    );
  });
});
