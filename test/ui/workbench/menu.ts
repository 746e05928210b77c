import type { Locator, Page } from "playwright-core";
import type { Element } from "./element";
import { actUntil } from "./eventually";

/** An item of a context menu. */
export interface MenuItem {
  readonly label: string;
  readonly enabled: boolean;
}

/** An open context menu. */
export class Menu {
  private readonly items: Locator;

  constructor(private readonly page: Page) {
    this.items = page.locator(".monaco-menu").last().getByRole("menuitem");
  }

  /** Opens the context menu of an element; with the left button, its drop-down menu. */
  static async of(target: Locator, button: "left" | "right" = "right"): Promise<Menu> {
    const menu = new Menu(target.page());
    // Retried, as a row that is redrawn or a closing quick pick takes the click.
    await actUntil("a menu", menu.items.first(), () => target.click({ button }));
    return menu;
  }

  /** Returns the items from top to bottom, without separators. */
  async read(): Promise<MenuItem[]> {
    return await this.items.evaluateAll((items: Element[]) =>
      items.map((item) => ({
        label: (item.querySelector(".action-label") ?? item).textContent.trim(),
        enabled: !item.matches(".disabled, .disabled *"),
      })),
    );
  }

  /** Chooses an item; several labels are a path through submenus. */
  async choose(...labels: string[]): Promise<void> {
    for (const label of labels) {
      await this.item(label).hover();
      // VS Code ignores clicks right after a menu has opened.
      await this.page.keyboard.press("Enter");
    }
  }

  /** Opens the submenu of an item by hovering it. */
  async openSubmenu(label: string): Promise<void> {
    const submenus = this.page.locator(".monaco-submenu");
    await this.item(label).hover();
    await submenus.first().waitFor();
  }

  /** An item by its text: its name has its keys, too. */
  private item(label: string): Locator {
    const text = this.page.locator(".action-label").getByText(label, { exact: true });
    return this.page.getByRole("menuitem").filter({ has: text }).last();
  }

  /** Closes the menu without choosing an item. */
  async close(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.items.first().waitFor({ state: "detached" });
  }
}
