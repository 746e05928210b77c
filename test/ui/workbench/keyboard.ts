import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";
import type { Workbench } from "./workbench";

/** Runs in the page: no event of a mouse reaches VS Code any more, and each is counted. */
const REFUSE_MOUSE = `(() => {
  const refusal = new AbortController();
  const mouse = (globalThis.refusedMouse = { events: 0, giveBack: () => refusal.abort() });
  for (const type of ["pointerdown", "mousedown", "mousemove", "wheel", "contextmenu"]) {
    addEventListener(type, (event) => {
      // The Menu key opens a context menu, too.
      if (!event.isTrusted || (type === "contextmenu" && event.button !== 2)) return;
      mouse.events += 1;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true, passive: false, signal: refusal.signal });
  }
})()`;

/** How often a key is pressed at most to get somewhere. */
const MOST_PRESSES = 60;

/** A window that is operated by the keyboard alone. */
export class Keyboard {
  private readonly page: Page;

  private constructor(private readonly workbench: Workbench) {
    this.page = workbench.page;
  }

  /** Takes the mouse away from a window, until it is given back or the window is reloaded. */
  static async alone(workbench: Workbench): Promise<Keyboard> {
    await workbench.page.evaluate(REFUSE_MOUSE);
    return new Keyboard(workbench);
  }

  /** Gives the mouse back, as other tests use the window next. Returns how often it was used nevertheless. */
  async giveMouseBack(): Promise<number> {
    await this.page.evaluate("refusedMouse.giveBack()");
    return await this.page.evaluate<number>("refusedMouse.events");
  }

  /** Presses a key, such as `Enter` or `Shift+F10`. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Types a text. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Runs a command: the Command Palette, its title, Enter. */
  async run(title: string): Promise<void> {
    await this.press("F1");
    await this.workbench.quickInput.waitFor("the Command Palette", ({ value }) => value === ">");
    await this.type(title);
    await this.workbench.quickInput.waitForPicks(title, ([first]) => first?.label === title);
    await this.press("Enter");
  }

  /** Moves by a key until the focus is on what has a text. */
  async moveTo(text: string | RegExp, key = "Tab"): Promise<void> {
    await this.until(text, key, this.page.locator(":focus"));
  }

  /** Moves through a tree or a list until the row with a text has the focus. */
  async moveToRow(list: Locator, text: string | RegExp): Promise<void> {
    await this.until(text, "ArrowDown", list.locator(".monaco-list-row.focused"));
  }

  /** Opens the context menu of what has the focus, and chooses an item. */
  async choose(item: string): Promise<void> {
    await this.press("Shift+F10");
    const menu = this.page.locator(".monaco-menu").last();
    await menu.waitFor();
    await this.until(item, "ArrowDown", menu.locator(".action-item.focused, .action-menu-item:focus"));
    await this.press("Enter");
    await menu.waitFor({ state: "detached" });
  }

  private async until(text: string | RegExp, key: string, focused: Locator): Promise<void> {
    const target = focused.filter({ hasText: text });
    let presses = 0;
    await eventually(
      `the focus on ${String(text)}`,
      async () => {
        if ((await target.count()) > 0) return true;
        if (presses < MOST_PRESSES) await this.press(key);
        presses += 1;
        return false;
      },
      (isThere) => isThere,
    );
  }
}
