import type { Locator, Page } from "playwright-core";
import { Menu } from "./menu";
import { TreeView } from "./treeView";

/** A view in a sidebar: its rows, or its welcome content if there are none, and the buttons in its title. */
export class View {
  readonly tree: TreeView;
  private readonly pane: Locator;

  /** @param id the view's ID; its title may differ */
  constructor(page: Page, id: string) {
    // The header of a container's only view is hidden but in the page, and its icon names the view.
    const icon = page.locator(`.pane-header .icon.view-${id.replaceAll(".", "-")}`);
    this.pane = page.locator(".pane").filter({ has: icon });
    this.tree = new TreeView(this.pane);
  }

  /** Returns the lines of the welcome content, including buttons, once there is one. */
  async welcome(): Promise<string[]> {
    const welcome = this.pane.locator(".welcome-view-content");
    await welcome.waitFor();
    return (await welcome.innerText()).split("\n").filter((line) => line.trim() !== "");
  }

  /** Whether there is welcome content now. */
  async hasWelcome(): Promise<boolean> {
    return await this.pane.locator(".welcome-view-content").isVisible();
  }

  /** Presses a button or follows a link of the welcome content. */
  async pressWelcome(name: string): Promise<void> {
    await this.pane.locator(".welcome-view-content").getByText(name, { exact: true }).click();
  }

  /** Returns the connection named above the rows; empty while signed out. */
  async connection(): Promise<string> {
    return (await this.firstLine()).split(" · ")[0] ?? "";
  }

  /** Returns what is said of the rows beside it; empty if nothing is. */
  async message(): Promise<string> {
    return (await this.firstLine()).split(" · ").slice(1).join(" · ");
  }

  /** Whether the view shows that something is going on: in its container's header, as it is the only view. */
  async isBusy(): Promise<boolean> {
    return (await this.pane.page().locator(".part.sidebar .monaco-progress-container.active").count()) > 0;
  }

  /** Returns the names of the buttons that the title shows on hover. */
  async titleActions(): Promise<string[]> {
    await this.pane.hover();
    const buttons = await this.toolbar().getByRole("button").all();
    return await Promise.all(buttons.map(async (button) => (await button.getAttribute("aria-label")) ?? ""));
  }

  /** Presses a button in the title. */
  async pressTitle(name: string): Promise<void> {
    await this.pane.hover();
    const button = this.toolbar().getByRole("button", { name, exact: true });
    // VS Code names the keys after it, if it has any.
    await button.or(this.toolbar().locator(`[role="button"][aria-label^="${name} ("]`)).click();
  }

  /** Chooses an item of the "…" menu in the title. */
  async chooseMore(name: string): Promise<void> {
    await this.pane.hover();
    // Beside other views, the container's header has a "…" of its own, before this one.
    const more = this.toolbar()
      .getByRole("button", { name: /More Actions/ })
      .last();
    const menu = await Menu.of(more, "left");
    await menu.choose(name);
  }

  /** Returns the title in the view's header, even while the header is hidden. */
  async title(): Promise<string> {
    return (await this.pane.locator(".pane-header .title").textContent()) ?? "";
  }

  /** The line above the rows. */
  private async firstLine(): Promise<string> {
    const line = this.pane.locator(".tree-explorer-viewlet-tree-view > .message:visible");
    return (await line.allInnerTexts()).join("\n");
  }

  /** The toolbar in the view's header, or in its container's header if it is the only view. */
  private toolbar(): Locator {
    return this.pane
      .locator(".pane-header .actions")
      .or(this.pane.page().locator(".part.sidebar > .title .title-actions"))
      .locator("visible=true");
  }
}
