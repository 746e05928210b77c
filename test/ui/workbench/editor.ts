import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";
import { followHoverLink, hoverText, hoverWith, moveTo } from "./hover";
import { Menu } from "./menu";

/** The active editor. */
export class Editor {
  private readonly group: Locator;
  private readonly tab: Locator;

  constructor(private readonly page: Page) {
    this.group = page.locator(".part.editor .editor-group-container.active");
    this.tab = this.group.locator(".tab.active");
  }

  /** Returns the title of its tab, once there is one. */
  async title(): Promise<string> {
    return (await this.tab.getAttribute("data-resource-name")) ?? "";
  }

  /** Returns the titles of all open tabs. */
  async titles(): Promise<string[]> {
    return await this.page.locator(".part.editor .tab .monaco-icon-label-container").allTextContents();
  }

  /** Waits until the active editor has a title. */
  async waitForTitle(title: string): Promise<void> {
    await this.tab.and(this.page.locator(`[data-resource-name="${title}"]`)).waitFor();
  }

  /** Returns the visible lines: VS Code does not render the others. */
  async text(): Promise<string> {
    const lines = this.lines().locator(".view-line");
    await lines.first().waitFor();
    const read = await lines.evaluateAll((elements: { textContent: string; style: { top: string } }[]) =>
      elements.map((line) => ({ top: parseFloat(line.style.top), text: line.textContent })),
    );
    return read
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll("\u00a0", " "))
      .join("\n");
  }

  /**
   * Waits until the visible lines meet a condition.
   * @param what it waits for, for the error message
   */
  async waitFor(what: string, isRight: (text: string) => boolean): Promise<string> {
    return await eventually(what, async () => await this.text(), isRight);
  }

  /** Finds out by typing a letter, and undoes it if the editor accepted it. */
  async isReadOnly(): Promise<boolean> {
    await this.lines().click();
    await this.page.keyboard.type("x");
    const refusal = this.group.locator(".monaco-editor-overlaymessage");
    const dirty = this.group.locator(".tab.active.dirty");
    await refusal.or(dirty).first().waitFor();
    if (await refusal.isVisible()) return true;
    await this.page.keyboard.press("ControlOrMeta+z");
    return false;
  }

  /** Returns the hover of the first token with a text. */
  async hover(text: string): Promise<string> {
    return await hoverText(this.lines().getByText(text).first());
  }

  /** Returns the hover at the position of a text, which may be part of a token. */
  async hoverAt(text: string): Promise<string> {
    return await hoverWith(this.page, async () => await moveTo(this.lines(), text));
  }

  /** Follows a link in the hover at the position of a text. */
  async followHover(text: string, link: string): Promise<void> {
    await this.hoverAt(text);
    await followHoverLink(this.page, link);
  }

  /** Scrolls down with the mouse wheel until a line is at the top or above. */
  async scrollToLine(line: number): Promise<void> {
    const first = this.group.locator(".margin .line-numbers");
    const wheel = async (): Promise<number> => {
      const numbers = (await first.allInnerTexts()).map(Number);
      const missing = line - Math.min(...numbers);
      if (missing > 0) await this.page.mouse.wheel(0, missing * 15);
      return missing;
    };
    await eventually(`line ${line}`, wheel, (missing) => missing <= 0);
  }

  /** Returns the texts of the visible links. */
  async links(): Promise<string[]> {
    return await this.lines().locator(".detected-link").allInnerTexts();
  }

  /** Returns the titles of the CodeLenses above the first line. */
  async lenses(): Promise<string[]> {
    const line = this.group.locator(".editor-instance .codelens-decoration").first();
    return (await line.locator("> span, > a").allInnerTexts())
      .map((text) => text.replaceAll("\u00a0", " ").trim())
      .filter((text) => text !== "" && text !== "|");
  }

  /** Waits until a CodeLens above the first line contains a text, and returns the titles of all. */
  async waitForLens(text: string | RegExp): Promise<string[]> {
    const matches = (lens: string): boolean =>
      typeof text === "string" ? lens.includes(text) : text.test(lens);
    return await eventually(
      `a CodeLens with ${String(text)}`,
      () => this.lenses(),
      (all) => all.some(matches),
    );
  }

  /** Runs a CodeLens. */
  async pressLens(title: string): Promise<void> {
    await this.group.locator(".codelens-decoration").getByText(title, { exact: true }).first().click();
  }

  /** Folds the range that begins in the line with a text. */
  async fold(text: string): Promise<void> {
    await this.click(text);
    await this.page.keyboard.press("ControlOrMeta+Shift+BracketLeft");
    await this.lines().locator(".view-line").filter({ hasText: text }).locator(".inline-folded").waitFor();
  }

  /** Scrolls by notches of the mouse wheel, up if negative. There must be room to scroll. */
  async scrollBy(notches: number): Promise<void> {
    const before = await this.text();
    await this.lines().hover({ force: true });
    for (let n = Math.abs(notches); n > 0; n -= 1) await this.page.mouse.wheel(0, 120 * Math.sign(notches));
    await eventually(
      "the editor to have scrolled and stopped",
      async () => [await this.text(), await this.text()],
      ([first, second]) => first === second && first !== before,
    );
  }

  /** Opens "Go to Symbol in Editor". */
  async goToSymbol(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+Shift+KeyO");
  }

  /** Opens the context menu of the line with a text. */
  async menu(text: string): Promise<Menu> {
    return await Menu.of(this.line(text));
  }

  /** Puts the cursor into the line with a text. */
  async click(text: string): Promise<void> {
    // Forced, as the cursor may cover the text.
    await this.line(text).click({ force: true });
  }

  /** Waits until the active diff editor has a title. */
  async waitForDiff(title: string): Promise<void> {
    await this.tab.filter({ hasText: title }).waitFor();
  }

  /** Returns the visible lines of both sides of the active diff editor. */
  async sides(): Promise<{ left: string; right: string }> {
    const side = async (name: string): Promise<string> =>
      (await this.group.locator(`.editor.${name} .view-lines .view-line`).allInnerTexts())
        .join("\n")
        .replaceAll("\u00a0", " ");
    return { left: await side("original"), right: await side("modified") };
  }

  /** Waits until both sides of the active diff editor meet a condition. */
  async waitForSides(what: string, isRight: (left: string, right: string) => boolean): Promise<void> {
    await eventually(
      what,
      () => this.sides(),
      ({ left, right }) => isRight(left, right),
    );
  }

  async close(): Promise<void> {
    await this.tab.getByRole("button", { name: /^Close/ }).click();
  }

  private line(text: string): Locator {
    return this.lines().locator(".view-line > span").filter({ hasText: text }).first();
  }

  private lines(): Locator {
    return this.group.locator(".editor-instance .view-lines");
  }
}
