import type { Locator, Page } from "playwright-core";
import { actUntil, eventually } from "./eventually";
import type { ExtensionHost } from "./extensionHost";
import { hoverWith, moveTo } from "./hover";

/** The terminal in the panel. Its text is in the page only with `"terminal.integrated.gpuAcceleration": "off"`. */
export class Terminal {
  private readonly screen: Locator;
  private readonly rows: Locator;

  constructor(
    private readonly page: Page,
    private readonly extensionHost: ExtensionHost,
  ) {
    this.screen = page.locator(".terminal-wrapper.active .xterm");
    this.rows = this.screen.locator(".xterm-rows");
  }

  /** Opens a terminal, types a line and presses Enter. */
  async run(line: string): Promise<void> {
    await this.extensionHost.execute("workbench.action.terminal.new");
    // Text typed before the prompt appears is shown twice.
    await eventually(
      "the prompt",
      () => this.rows.innerText(),
      (text) => /[#$%>]\s*$/.test(text),
    );
    await this.screen.click();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press("Enter");
  }

  /** Returns the hover of a text in it. */
  async hover(text: string): Promise<string> {
    return await hoverWith(this.page, async () => await moveTo(this.rows, text));
  }

  /** Follows a link with Ctrl+click, or Cmd+click on a Mac. */
  async follow(text: string): Promise<void> {
    await this.page.keyboard.down("ControlOrMeta");
    // A line redrawn under the mouse has no link until the mouse leaves it and comes back.
    const link = this.page.locator(".terminal-wrapper.active .xterm-cursor-pointer");
    await actUntil(`the link ${text}`, link, async () => {
      await this.page.mouse.move(0, 0);
      await moveTo(this.rows, text);
    });
    await this.page.mouse.down();
    await this.page.mouse.up();
    await this.page.keyboard.up("ControlOrMeta");
  }
}
