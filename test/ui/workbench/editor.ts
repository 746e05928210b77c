import type { Locator, Page } from "playwright-core";
import { eventually } from "./eventually";
import { followHoverLink, hoverText, hoverWith, moveTo } from "./hover";
import { Menu } from "./menu";

/** The editor that is in front. */
export class Editor {
  private readonly group: Locator;
  private readonly tab: Locator;

  constructor(private readonly page: Page) {
    this.group = page.locator(".part.editor .editor-group-container.active");
    this.tab = this.group.locator(".tab.active");
  }

  /** What stands on its tab, as soon as there is one. */
  async title(): Promise<string> {
    return (await this.tab.getAttribute("data-resource-name")) ?? "";
  }

  /** The titles of all tabs. */
  async titles(): Promise<string[]> {
    const tabs = await this.page.locator(".part.editor .tab").all();
    return await Promise.all(tabs.map(async (tab) => (await tab.getAttribute("data-resource-name")) ?? ""));
  }

  /** Waits until the editor in front has a title. */
  async waitForTitle(title: string): Promise<void> {
    await this.tab.and(this.page.locator(`[data-resource-name="${title}"]`)).waitFor();
  }

  /** The lines on screen; what lies above or below is not in the page. */
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

  /** Waits until the lines on screen are as they should be. */
  async waitFor(what: string, isRight: (text: string) => boolean): Promise<string> {
    return await eventually(what, async () => await this.text(), isRight);
  }

  /** Finds out by typing, as a person would; undoes it where that worked. */
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

  /** What the mouse finds out about a text in it. */
  async hover(text: string): Promise<string> {
    return await hoverText(this.lines().getByText(text).first());
  }

  /** What the mouse finds out at the very place of a text, which may be anywhere in a line. */
  async hoverAt(text: string): Promise<string> {
    return await hoverWith(this.page, async () => await moveTo(this.lines(), text));
  }

  /** Follows a link in what the mouse finds out at the place of a text. */
  async followHover(text: string, link: string): Promise<void> {
    await this.hoverAt(text);
    await followHoverLink(this.page, link);
  }

  /** Scrolls until a line is the first on screen, by the wheel of the mouse. */
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

  /** The texts that are links. */
  async links(): Promise<string[]> {
    return await this.lines().locator(".detected-link").allInnerTexts();
  }

  /** The links above its first line. */
  async lenses(): Promise<string[]> {
    const line = this.group.locator(".editor-instance .codelens-decoration").first();
    return (await line.locator("> span, > a").allInnerTexts())
      .map((text) => text.replaceAll("\u00a0", " ").trim())
      .filter((text) => text !== "" && text !== "|");
  }

  /** Waits until one of the links above the first line contains a text; gives all of them. */
  async waitForLens(text: string | RegExp): Promise<string[]> {
    const isIt = (lens: string): boolean =>
      typeof text === "string" ? lens.includes(text) : text.test(lens);
    return await eventually(
      `a lens with ${String(text)}`,
      () => this.lenses(),
      (all) => all.some(isIt),
    );
  }

  /** Follows one of the links above the first line. */
  async pressLens(title: string): Promise<void> {
    await this.group.locator(".codelens-decoration").getByText(title, { exact: true }).first().click();
  }

  /** Folds what begins in the line with a text. */
  async fold(text: string): Promise<void> {
    await this.click(text);
    await this.page.keyboard.press("ControlOrMeta+Shift+BracketLeft");
    await this.lines().locator(".view-line").filter({ hasText: text }).locator(".inline-folded").waitFor();
  }

  /** Turns the mouse wheel by so many notches, down or up: there is to be something. */
  async scrollBy(notches: number): Promise<void> {
    const before = await this.text();
    await this.lines().hover({ force: true });
    for (let n = Math.abs(notches); n > 0; n -= 1) await this.page.mouse.wheel(0, 120 * Math.sign(notches));
    await eventually(
      "the editor to come to rest elsewhere",
      async () => [await this.text(), await this.text()],
      ([one, other]) => one === other && one !== before,
    );
  }

  /** Has VS Code ask for a symbol of its outline. */
  async askForSymbol(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+Shift+KeyO");
  }

  /** Opens the context menu of the line with a text. */
  async menu(text: string): Promise<Menu> {
    return await Menu.of(this.line(text));
  }

  /** Puts the cursor into the line with a text. */
  async click(text: string): Promise<void> {
    // The cursor may stand there already, and be in the way.
    await this.line(text).click({ force: true });
  }

  /** Waits until the comparison in front has a title. */
  async waitForComparison(title: string): Promise<void> {
    await this.tab.filter({ hasText: title }).waitFor();
  }

  /** The sides of a comparison, as far as they are on screen. */
  async sides(): Promise<{ left: string; right: string }> {
    const side = async (name: string): Promise<string> =>
      (await this.group.locator(`.editor.${name} .view-lines .view-line`).allInnerTexts())
        .join("\n")
        .replaceAll("\u00a0", " ");
    return { left: await side("original"), right: await side("modified") };
  }

  /** Waits until the sides of a comparison are as they should be. */
  async waitForSides(what: string, isRight: (left: string, right: string) => boolean): Promise<void> {
    await eventually(
      what,
      () => this.sides(),
      ({ left, right }) => isRight(left, right),
    );
  }

  /** Closes it. */
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
