import type { Locator, Page } from "playwright-core";
import type { Element } from "./element";
import { eventually } from "./eventually";
import { hoverText } from "./hover";

/** An item of the status bar, as shown on screen or read aloud. */
export interface StatusBarItem {
  /** The text without its icons. */
  readonly text: string;
  /** The IDs of its icons, such as `error`. */
  readonly icons: readonly string[];
  /** The text for screen readers. */
  readonly spoken: string;
  readonly background: "error" | "warning" | undefined;
}

/** The status bar. */
export class StatusBar {
  private readonly items: Locator;

  constructor(page: Page) {
    this.items = page.locator(".part.statusbar .statusbar-item:visible");
  }

  /** Returns the visible items from left to right. */
  async read(): Promise<StatusBarItem[]> {
    const read = await this.items.evaluateAll((items: Element[]) =>
      items.map((item) => ({
        text: item.querySelector(".statusbar-item-label")?.textContent.trim() ?? "",
        icons: [...item.querySelectorAll(".statusbar-item-label .codicon")].map((icon) => icon.className),
        spoken: item.getAttribute("aria-label") ?? "",
        kind: item.className,
      })),
    );
    return read.map(({ icons, kind, ...item }) => ({
      ...item,
      icons: icons.map((classes) => /codicon-([\w-]+)/.exec(classes)?.[1] ?? ""),
      background: (["error", "warning"] as const).find((word) => kind.includes(`${word}-kind`)),
    }));
  }

  /** Waits for an item whose text or screen reader text contains a text. */
  async waitFor(text: string | RegExp): Promise<StatusBarItem> {
    const contains = (where: string): boolean =>
      typeof text === "string" ? where.includes(text) : text.test(where);
    const isIt = (item: StatusBarItem): boolean => contains(item.text) || contains(item.spoken);
    const all = await eventually(
      `a status bar item with ${String(text)}`,
      async () => await this.read(),
      (seen) => seen.some(isIt),
    );
    return all.find(isIt)!;
  }

  /** Clicks the item whose text contains a text. */
  async click(text: string | RegExp): Promise<void> {
    await this.item(text).click();
  }

  /** Returns the hover of the item whose text contains a text. */
  async hover(text: string | RegExp): Promise<string> {
    return await hoverText(this.item(text));
  }

  private item(text: string | RegExp): Locator {
    return this.items.filter({ hasText: text }).first();
  }
}
