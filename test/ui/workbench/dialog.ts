import type { Locator, Page } from "playwright-core";

/** A dialog that blocks the window until it is answered. */
export class Dialog {
  private readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator(".monaco-dialog-box");
  }

  /** Waits for it; gives its message and, below that, its detail. */
  async text(): Promise<string> {
    const parts = this.box.locator(".dialog-message-text, .dialog-message-detail");
    await parts.first().waitFor();
    return (await parts.allInnerTexts()).filter((text) => text !== "").join("\n");
  }

  /** The names of its buttons. */
  async buttons(): Promise<string[]> {
    return await this.box.locator(".dialog-buttons .monaco-button").allInnerTexts();
  }

  /** Presses a button and waits until it is gone. */
  async press(button: string): Promise<void> {
    // This very one: another may follow at once.
    const box = await this.box.elementHandle();
    await this.box.getByRole("button", { name: button, exact: true }).click();
    await box.waitForElementState("hidden");
  }
}
