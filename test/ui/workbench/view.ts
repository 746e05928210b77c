import type { Locator, Page } from "playwright-core";
import { Menu } from "./menu";
import { TreeView } from "./treeView";

/** A view in a sidebar: its rows, or the welcome that it shows when it has none, and the buttons in its title. */
export class View {
  readonly tree: TreeView;
  private readonly pane: Locator;

  /** @param id the view's id, which its title may not tell */
  constructor(page: Page, id: string) {
    // The header of a container's only view is not shown, but it is there, and its icon names the view.
    const icon = page.locator(`.pane-header .icon.view-${id.replaceAll(".", "-")}`);
    this.pane = page.locator(".pane").filter({ has: icon });
    this.tree = new TreeView(this.pane);
  }

  /** The lines of the welcome, buttons included, as soon as there is one. */
  async welcome(): Promise<string[]> {
    const welcome = this.pane.locator(".welcome-view-content");
    await welcome.waitFor();
    return (await welcome.innerText()).split("\n").filter((line) => line.trim() !== "");
  }

  /** Presses a button, or follows a link, of the welcome. */
  async pressWelcome(name: string): Promise<void> {
    await this.pane.locator(".welcome-view-content").getByText(name, { exact: true }).click();
  }

  /** The message above the rows; empty when there is none. */
  async message(): Promise<string> {
    return (await this.pane.locator(".tree-explorer-viewlet-tree-view > .message").allInnerTexts()).join(
      "\n",
    );
  }

  /** The names of the buttons in the title, as the mouse over the view shows them. */
  async titleActions(): Promise<string[]> {
    await this.pane.hover();
    const buttons = await this.toolbar().getByRole("button").all();
    return await Promise.all(buttons.map(async (button) => (await button.getAttribute("aria-label")) ?? ""));
  }

  /** Presses a button in the title. */
  async pressTitle(name: string): Promise<void> {
    await this.pane.hover();
    await this.toolbar().getByRole("button", { name, exact: true }).click();
  }

  /** Chooses an item of the "…" menu in the title. */
  async chooseMore(name: string): Promise<void> {
    await this.pane.hover();
    const menu = await Menu.of(this.toolbar().getByRole("button", { name: /More Actions/ }), "left");
    await menu.choose(name);
  }

  /** The title in the view's header, which is there also while it is not shown. */
  async title(): Promise<string> {
    return (await this.pane.locator(".pane-header .title").textContent()) ?? "";
  }

  /** The toolbar in the view's own header, or in its container's when the view is alone in there. */
  private toolbar(): Locator {
    return this.pane
      .locator(".pane-header .actions")
      .or(this.pane.page().locator(".part.sidebar > .title .title-actions"))
      .locator("visible=true");
  }
}
