import type { Locator, Page } from "playwright-core";
import type { Element } from "./element";

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

  /** Opens the context menu of something, or with the left button the menu that it drops down. */
  static async of(target: Locator, button: "left" | "right" = "right"): Promise<Menu> {
    await target.click({ button });
    const menu = new Menu(target.page());
    await menu.items.first().waitFor();
    return menu;
  }

  /** What the menu offers, from top to bottom, without separators. */
  async read(): Promise<MenuItem[]> {
    return await this.items.evaluateAll((items: Element[]) =>
      items.map((item) => ({
        label: (item.querySelector(".action-label") ?? item).textContent.trim(),
        enabled: !item.matches(".disabled, .disabled *"),
      })),
    );
  }

  /** Chooses an item; several labels lead through submenus. */
  async choose(...labels: string[]): Promise<void> {
    for (const label of labels) {
      await this.page.getByRole("menuitem", { name: label, exact: true }).last().hover();
      // A click does not count right after the menu opened.
      await this.page.keyboard.press("Enter");
    }
  }

  /** Rests the mouse on an item, which opens its submenu if it has one. */
  async hover(label: string): Promise<void> {
    const submenus = this.page.locator(".monaco-submenu");
    await this.page.getByRole("menuitem", { name: label, exact: true }).last().hover();
    await submenus.first().waitFor();
  }

  /** Closes the menu without choosing. */
  async close(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.items.first().waitFor({ state: "detached" });
  }
}
