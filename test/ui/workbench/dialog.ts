import type { Locator, Page } from "playwright-core";

/** A modal dialog. */
export class Dialog {
  private readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator(".monaco-dialog-box");
  }

  /** Waits for it and returns its message and, below that, its detail. */
  async text(): Promise<string> {
    const parts = this.box.locator(".dialog-message-text, .dialog-message-detail");
    await parts.first().waitFor();
    return (await parts.allInnerTexts()).filter((text) => text !== "").join("\n");
  }

  /** Returns the names of its buttons. */
  async buttons(): Promise<string[]> {
    return await this.box.locator(".dialog-buttons .monaco-button").allInnerTexts();
  }

  /** Presses a button and waits until the dialog is closed. */
  async press(button: string): Promise<void> {
    // Wait for this dialog, as another may follow at once.
    const box = await this.box.elementHandle();
    await this.box.getByRole("button", { name: button, exact: true }).click();
    await box.waitForElementState("hidden");
  }
}
