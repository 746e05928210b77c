import type { Locator, Page } from "playwright-core";
import type { Element } from "./element";
import { eventually } from "./eventually";

/** A notification, as shown on screen. */
export interface Notification {
  readonly message: string;
  readonly severity: "info" | "warning" | "error" | undefined;
  readonly buttons: readonly string[];
}

/** The notifications in the corner of the window. */
export class Notifications {
  private readonly toasts: Locator;
  private readonly listed: Locator;
  private readonly alerts: Locator;

  constructor(page: Page) {
    this.toasts = page.locator(".notification-toast .notification-list-item");
    this.listed = page.locator(".notifications-center .notification-list-item-message");
    this.alerts = page.locator(".monaco-aria-container .monaco-alert");
  }

  /** Returns the visible ones, newest first. */
  async read(): Promise<Notification[]> {
    const read = await this.toasts.evaluateAll((toasts: Element[]) =>
      toasts.map((toast) => ({
        message: toast.querySelector(".notification-list-item-message")?.textContent ?? "",
        icon: toast.querySelector(".notification-list-item-icon")?.className ?? "",
        buttons: [...toast.querySelectorAll(".notification-list-item-buttons-container .monaco-button")].map(
          (button) => button.textContent,
        ),
      })),
    );
    return read.map(({ icon, ...notification }) => ({
      ...notification,
      severity: (["info", "warning", "error"] as const).find((word) => icon.includes(`codicon-${word}`)),
    }));
  }

  /** Waits for a notification whose message contains a text. */
  async waitFor(text: string | RegExp): Promise<Notification> {
    const isIt = ({ message }: Notification): boolean =>
      typeof text === "string" ? message.includes(text) : text.test(message);
    const all = await eventually(
      `a notification with ${String(text)}`,
      async () => await this.read(),
      (seen) => seen.some(isIt),
    );
    return all.find(isIt)!;
  }

  /**
   * Waits until a notification is announced to screen readers. Of many within a second, VS Code shows only the first but
   * announces all.
   */
  async waitForSpoken(text: RegExp): Promise<void> {
    await eventually(
      `the announcement ${String(text)}`,
      () => this.alerts.allTextContents(),
      (spoken) => spoken.some((one) => text.test(one)),
    );
  }

  /**
   * Returns the messages in the list of all notifications, if that is open: of many within a second, VS Code shows only the
   * first by itself.
   */
  async listedMessages(): Promise<string[]> {
    return await this.listed.allTextContents();
  }

  /** Presses a button of the notification whose message contains a text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole("button", { name: button, exact: true }).click();
  }

  /** Closes the notification whose message contains a text. */
  async dismiss(text: string | RegExp): Promise<void> {
    const toast = this.toast(text);
    await toast.hover();
    await toast.getByRole("button", { name: /^Clear Notification/ }).click();
    await toast.waitFor({ state: "detached" });
  }

  /** Waits until there is none whose message contains a text. */
  async gone(text: string | RegExp): Promise<void> {
    await this.toast(text).waitFor({ state: "detached" });
  }

  private toast(text: string | RegExp): Locator {
    return this.toasts.filter({ hasText: text }).first();
  }
}
