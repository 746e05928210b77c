import type { Locator, Page } from "playwright-core";
import { actUntil, eventually } from "./eventually";
import { hoverWith, moveTo } from "./hover";
import type { Inside } from "./inside";

/** The terminal in the panel. Its letters are in the page with the setting `terminal.integrated.gpuAcceleration: off`. */
export class Terminal {
  private readonly screen: Locator;
  private readonly rows: Locator;

  constructor(
    private readonly page: Page,
    private readonly inside: Inside,
  ) {
    this.screen = page.locator(".terminal-wrapper.active .xterm");
    this.rows = this.screen.locator(".xterm-rows");
  }

  /** Opens a terminal, types a line and presses Enter. */
  async run(line: string): Promise<void> {
    await this.inside.execute("workbench.action.terminal.new");
    // What is typed before the prompt is there is shown twice.
    await eventually(
      "the prompt",
      () => this.rows.innerText(),
      (text) => /[#$%>]\s*$/.test(text),
    );
    await this.screen.click();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press("Enter");
  }

  /** What the mouse finds out about a text in it. */
  async hover(text: string): Promise<string> {
    return await hoverWith(this.page, async () => await moveTo(this.rows, text));
  }

  /** Follows the link that a text is: a click with Ctrl, or Cmd on a Mac. */
  async follow(text: string): Promise<void> {
    await this.page.keyboard.down("ControlOrMeta");
    // A line that is drawn again under the mouse has no link until the mouse comes back.
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
