import type { Locator, Page } from "playwright-core";
import type { Element } from "./element";
import { eventually, persist } from "./eventually";

/** The texts of a quick pick or an input box, without its list. */
export interface Prompt {
  readonly title: string;
  readonly placeholder: string;
  readonly value: string;
  /** The text below the input: the prompt, or why the value is not accepted. */
  readonly message: string;
  readonly severity: "error" | "warning" | "info" | undefined;
}

/** An entry of a quick pick. */
export interface Pick {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** The text for screen readers. */
  readonly spoken: string;
}

/** The quick pick or input box at the top of the window. */
export class QuickInput {
  private readonly widget: Locator;
  private readonly input: Locator;
  private readonly entries: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator(".quick-input-widget:visible");
    this.input = this.widget.locator("input.input");
    this.entries = this.widget.locator(".quick-input-list").getByRole("option");
  }

  /** Waits until it is open and returns its texts. */
  async prompt(): Promise<Prompt> {
    await this.input.waitFor();
    // In one call, as it may change at any time.
    const { classes, ...prompt } = await this.widget.evaluate((widget: Element) => ({
      title: widget.querySelector(".quick-input-title")?.textContent.trim() ?? "",
      placeholder: widget.querySelector("input.input")?.getAttribute("placeholder") ?? "",
      value: widget.querySelector("input.input")?.value ?? "",
      message: widget.querySelector(".quick-input-message")?.textContent.trim() ?? "",
      classes: widget.querySelector(".monaco-inputbox")?.className.split(" ") ?? [],
    }));
    const severities = ["error", "warning", "info"] as const;
    return { ...prompt, severity: severities.find((word) => classes.includes(word)) };
  }

  /** Waits until its texts meet a condition, and returns them. */
  async waitFor(what: string, isRight: (prompt: Prompt) => boolean): Promise<Prompt> {
    return await eventually(what, async () => await this.prompt(), isRight);
  }

  /** Returns the visible entries of the list, from top to bottom. */
  async picks(): Promise<Pick[]> {
    await this.entries.first().waitFor();
    return await this.entries.evaluateAll((entries: Element[]) =>
      entries.map((entry) => ({
        label: entry.querySelector(".label-name")?.textContent.trim() ?? "",
        description: entry.querySelector(".label-description")?.textContent ?? "",
        detail: entry.querySelector(".quick-input-list-label-meta")?.textContent ?? "",
        spoken: entry.getAttribute("aria-label") ?? "",
      })),
    );
  }

  /** Waits until there are visible entries that meet a condition, and returns them. */
  async waitForPicks(what: string, isRight: (picks: readonly Pick[]) => boolean): Promise<Pick[]> {
    // A list that is reopened is empty for a moment.
    return await eventually(
      what,
      async () => await this.picks(),
      (picks) => picks.length > 0 && isRight(picks),
    );
  }

  /** Replaces the text in the input. */
  async type(text: string, options: { readonly timeout?: number } = {}): Promise<void> {
    await this.input.fill(text, options);
  }

  /** Presses Enter. */
  async accept(): Promise<void> {
    await this.page.keyboard.press("Enter");
  }

  /** Types a text and presses Enter. */
  async answer(text: string): Promise<void> {
    await this.type(text);
    await this.accept();
  }

  /** Clicks an entry of the list. */
  async pick(label: string, options: { readonly timeout?: number } = {}): Promise<void> {
    // The hover of a long placeholder covers entries as long as the mouse is in the input.
    await this.page.mouse.move(0, 0);
    await this.entry(label).click(options);
  }

  /** Ticks entries of a multi-select list and presses OK. */
  async tick(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      const name = this.page.locator(".label-name").getByText(label, { exact: true });
      await this.widget.locator(".quick-input-list").getByRole("checkbox").filter({ has: name }).click();
    }
    await this.press("OK");
  }

  /** Ticks all entries of a multi-select list and presses OK. */
  async tickAll(): Promise<void> {
    await this.widget.locator(".quick-input-header").getByRole("checkbox").first().click();
    await this.press("OK");
  }

  /** Presses a button of an entry, which shows on hover. */
  async act(label: string, button: string, options: { readonly timeout?: number } = {}): Promise<void> {
    const entry = this.entry(label);
    await entry.hover(options);
    await entry.getByRole("button", { name: button, exact: true }).click(options);
  }

  /** Presses a button in the title or the input box. */
  async press(name: string): Promise<void> {
    await this.widget.getByRole("button", { name, exact: true }).click();
  }

  /** Clicks the Back button. */
  async pressBack(): Promise<void> {
    // Its name ends with its keys.
    await this.widget.getByRole("button", { name: /^Back\b/ }).click();
  }

  /** Goes back with the keys that VS Code has for it on Linux. */
  async typeBack(): Promise<void> {
    await this.page.keyboard.press("Control+Alt+Minus");
  }

  /** Enters a path in VS Code's own dialog for files. Repeated, as the dialog may lose it while it reads a folder. */
  async enterPath(path: string): Promise<void> {
    await persist("the dialog to take the path", async (options) => {
      if (await this.input.isVisible()) {
        await this.input.fill(path, options);
        await this.widget.getByRole("button", { name: "OK", exact: true }).click(options);
      }
      await this.widget.waitFor({ state: "detached", ...options });
    });
  }

  /** Closes it with Escape. */
  async cancel(): Promise<void> {
    // Retried, as a list that is reopened takes no key for a moment.
    await persist("the list to close", async (options) => {
      await this.page.keyboard.press("Escape");
      await this.widget.waitFor({ state: "detached", ...options });
    });
  }

  /** Waits until it is closed. */
  async closed(): Promise<void> {
    await this.widget.waitFor({ state: "detached" });
  }

  private entry(label: string): Locator {
    const name = this.page
      .locator(".label-name")
      .filter({ hasText: new RegExp(`^\\s*${escape(label)}\\s*$`) });
    return this.entries.filter({ has: name }).first();
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
