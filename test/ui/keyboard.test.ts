import assert from "node:assert/strict";
import { startTestSandbox } from "./server";
import { useWindow } from "./stage";
import { eventually } from "./workbench/eventually";
import { Keyboard } from "./workbench/keyboard";

describe("the keyboard alone", () => {
  const window = useWindow();

  it("gets from a fresh window to an explained, watched and copied folder, a filter and a server", async () => {
    const { workbench, view } = window;
    const { page, quickInput, editor, preview, statusBar } = workbench;
    const keyboard = await Keyboard.alone(workbench);
    const rows = page.locator(".part.sidebar");

    await keyboard.run("Welcome: Open Walkthrough...");
    await quickInput.waitForPicks("walkthroughs", (picks) => picks.length > 1);
    await keyboard.type("Oz Inspector");
    await quickInput.waitForPicks("ours", ([first]) => first?.label === "Get Started with Oz Inspector");
    await keyboard.press("Enter");
    await page.locator(".getting-started-step.expanded").waitFor();
    await keyboard.moveTo(/^Explore the Sandbox$/);
    await keyboard.press("Enter");
    await view.tree.waitFor("folders", (seen) => seen.length > 10);

    await keyboard.run("Oz Inspector: Focus on Folders View");
    await keyboard.moveToRow(rows, "Declined");
    await keyboard.press("ArrowRight");
    const seen = await view.tree.waitFor("its analyses", (all) => all.some(({ level }) => level === 2));
    const { label } = seen[seen.findIndex(({ level }) => level === 2) - 1]!;

    await keyboard.choose("Copy ID");
    await eventually(
      "the ID",
      () => workbench.clipboard(),
      (text) => text.startsWith(label),
    );
    const id = await workbench.clipboard();
    await keyboard.choose("Watch Folder");
    await statusBar.waitFor(`Watched folder ${label}`);
    await keyboard.choose("Explain Result");
    await preview.waitFor("the explanation", (text) => text.includes(id));
    await keyboard.run("Oz Inspector: Focus on Folders View");
    await keyboard.choose("Open JSON");
    await editor.waitFor("the JSON", (text) => text.includes(id));

    await keyboard.run("Oz Inspector: Filter…");
    await quickInput.waitForPicks("conditions", (picks) => picks.length > 3);
    await keyboard.moveToRow(page.locator(".quick-input-list"), /^Result/);
    await keyboard.press("Enter");
    await quickInput.waitFor("the results", ({ title }) => title === "Filter by Result");
    await keyboard.moveToRow(page.locator(".quick-input-list"), "Declined");
    await keyboard.press("Space");
    await keyboard.press("Enter");
    await quickInput.waitForPicks("conditions", (picks) =>
      picks.some((pick) => pick.label.trim() === "Show Folders"),
    );
    await keyboard.moveToRow(page.locator(".quick-input-list"), "Show Folders");
    await keyboard.press("Enter");
    await eventually(
      "the message",
      () => view.message(),
      (text) => text.startsWith("Declined: "),
    );
    await keyboard.run("Oz Inspector: Clear Filter");
    await eventually(
      "no message",
      () => view.message(),
      (text) => !text.startsWith("Declined: "),
    );

    const server = await startTestSandbox({ folders: 20 });
    await keyboard.run("Oz Inspector: Add Connection…");
    await quickInput.waitFor("the address prompt", ({ message }) => message.includes("ddress"));
    await keyboard.type(server.address);
    await keyboard.press("Enter");
    await quickInput.waitFor("the ways to sign in", ({ placeholder }) => placeholder === "How to sign in");
    await quickInput.typeBack();
    await quickInput.waitFor("the address again", ({ value }) => value === server.address);
    await keyboard.press("Enter");
    await quickInput.waitFor("the ways to sign in", ({ placeholder }) => placeholder === "How to sign in");
    await keyboard.moveToRow(page.locator(".quick-input-list"), /^Email and password/);
    await keyboard.press("Enter");
    await quickInput.waitFor("the email prompt", ({ message }) => message.startsWith("Email"));
    await keyboard.type("someone@oz.example");
    await keyboard.press("Enter");
    await quickInput.waitFor("the password prompt", ({ message }) => message.startsWith("Password"));
    await quickInput.typeBack();
    await quickInput.waitFor("the email again", ({ value }) => value === "someone@oz.example");
    await keyboard.press("Escape");
    await quickInput.closed();
    await server.close();

    assert.equal(await keyboard.giveMouseBack(), 0);
  });
});
