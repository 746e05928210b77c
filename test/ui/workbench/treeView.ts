import type { Locator, Page } from "playwright-core";
import type { Element } from "./element";
import { actUntil, atRest, eventually, persist } from "./eventually";
import { hoverWith, shownHover } from "./hover";
import { Menu } from "./menu";
import { readRows, type TreeRow } from "./treeRow";

/** Runs in the page, whose types this project does not include: see `element.ts`. */
const WATCH_ROWS = `(list) => {
  const count = () => list.querySelectorAll(".monaco-list-rows > [role=treeitem]").length;
  const seen = { lowest: count() };
  const look = () => (seen.lowest = Math.min(seen.lowest, count()));
  new MutationObserver(look).observe(list, { childList: true, subtree: true });
  return seen;
}`;

/** The rows of a view. Labels identify them. */
export class TreeView {
  private readonly page: Page;
  private readonly all: Locator;
  private readonly list: Locator;

  constructor(pane: Locator) {
    this.page = pane.page();
    this.list = pane.locator(".monaco-list").first();
    // Without the sticky rows at the top, which are copies.
    this.all = pane.locator(".monaco-list-rows > [role=treeitem]");
  }

  /** Returns the visible rows: VS Code does not render the others. */
  async rows(): Promise<TreeRow[]> {
    return await readRows(this.all);
  }

  /** Waits until the visible rows meet a condition, and returns them. */
  async waitFor(what: string, isRight: (rows: TreeRow[]) => boolean): Promise<TreeRow[]> {
    return await eventually(what, async () => await this.rows(), isRight);
  }

  /** Returns the first row with a label. */
  row(label: string): Locator {
    const name = this.page.locator(".label-name").getByText(label, { exact: true });
    return this.all.filter({ has: name }).first();
  }

  /** Clicks a row. */
  async click(label: string): Promise<void> {
    await this.text(label).click();
  }

  /** Double-clicks a row. */
  async doubleClick(label: string): Promise<void> {
    await this.text(label).dblclick();
  }

  /** Expands a row. */
  async expand(label: string): Promise<void> {
    await this.toggle(label, true);
  }

  /** Collapses a row. */
  async collapse(label: string): Promise<void> {
    await this.toggle(label, false);
  }

  /** Opens a row's context menu. */
  async menu(label: string): Promise<Menu> {
    return await Menu.of(this.text(label));
  }

  /** Returns the names of the buttons that a row shows on hover. */
  async actions(label: string): Promise<string[]> {
    await this.text(label).hover();
    const buttons = await this.row(label).getByRole("button").all();
    return await Promise.all(buttons.map(async (button) => (await button.getAttribute("aria-label")) ?? ""));
  }

  /** Presses a button that a row shows on hover. */
  async act(label: string, action: string): Promise<void> {
    let isRetry = false;
    // Retried, as rows may move between hover and click.
    await persist(`the button "${action}" of the row "${label}"`, async (options) => {
      // The hover of another row may cover this one.
      if (isRetry) await this.page.mouse.move(0, 0);
      isRetry = true;
      await this.text(label).hover(options);
      await this.row(label).getByRole("button", { name: action, exact: true }).click(options);
    });
  }

  /** Presses a button of a row which removes the row. Repeated, as VS Code loses a click on a row that it draws anew. */
  async actToRemove(label: string, action: string): Promise<void> {
    await persist(`the row "${label}" to go by "${action}"`, async (options) => {
      if (await this.row(label).isVisible()) await this.act(label, action);
      await this.row(label).waitFor({ state: "detached", ...options });
    });
  }

  /** Returns the hover of a row. */
  async hover(label: string): Promise<string> {
    // At the start of the label: the row's buttons cover its end.
    const rest = (): Promise<void> => this.text(label).hover({ position: { x: 5, y: 5 } });
    return await hoverWith(this.page, rest);
  }

  /** Returns the hover that is shown; empty if there is none. */
  async shownHover(): Promise<string> {
    return await shownHover(this.page);
  }

  /** Remembers a button of a row. The function returned tells whether it is still there, or was drawn anew. */
  async rememberButton(label: string, action: string): Promise<() => Promise<boolean>> {
    const button = await this.row(label)
      .getByRole("button", { name: action, exact: true })
      .evaluateHandle((element: Element) => element);
    return () => button.evaluate(({ isConnected }) => isConnected);
  }

  /** Scrolls down until a row is visible. */
  async scrollTo(label: string): Promise<void> {
    await this.list.hover();
    await eventually(
      `the row "${label}"`,
      async () => {
        if (await this.row(label).isVisible()) return true;
        await this.page.mouse.wheel(0, 200);
        return false;
      },
      (visible) => visible,
    );
  }

  /** Scrolls down. */
  async scrollBy(pixels: number): Promise<void> {
    await this.list.hover();
    await this.page.mouse.wheel(0, pixels);
    await this.page.mouse.move(0, 0);
    await atRest("the list", async () => (await this.rows()).map(({ label }) => label));
  }

  /** Starts counting the visible rows. The function returned tells the lowest count since. */
  async lowestRowCount(): Promise<() => Promise<number>> {
    const lowest = await this.list.evaluateHandle(
      (list, watch: string) => (globalThis.eval(watch) as (list: unknown) => { lowest: number })(list),
      WATCH_ROWS,
    );
    return async () => (await lowest.jsonValue()).lowest;
  }

  private text(label: string): Locator {
    return this.row(label).locator(".label-name").first();
  }

  private async toggle(label: string, expanded: boolean): Promise<void> {
    const row = this.row(label);
    const inState = row.and(this.page.locator(`[aria-expanded="${expanded}"]`));
    await row.waitFor();
    await actUntil(`the row "${label}" to be ${expanded ? "expanded" : "collapsed"}`, inState, () =>
      row.locator(".monaco-tl-twistie").click(),
    );
  }
}
