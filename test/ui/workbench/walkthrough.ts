import type { Locator } from "playwright-core";
import type { Element } from "./element";
import { eventually } from "./eventually";
import type { Workbench } from "./workbench";

/** A walkthrough, by its title. */
export class Walkthrough {
  private readonly steps: Locator;

  constructor(
    private readonly workbench: Workbench,
    private readonly name: string,
  ) {
    this.steps = workbench.page.locator(".gettingStartedSlideDetails .getting-started-step");
  }

  /** Shows VS Code's Welcome page, as a new window does, and closes it again. */
  async passWelcome(): Promise<void> {
    await this.workbench.runCommand("Help: Welcome");
    await this.workbench.page.locator(".gettingStarted.showCategories").waitFor();
    await this.workbench.editor.close();
  }

  /** Opens it from the Command Palette. */
  async open(): Promise<void> {
    await this.workbench.runCommand("Welcome: Open Walkthrough...");
    await this.workbench.quickInput.pick(this.name);
    await this.waitUntilShown();
  }

  /** Waits until it is shown, whoever opened it. */
  async waitUntilShown(): Promise<void> {
    await eventually(
      this.name,
      () => this.isShown(),
      (shown) => shown,
    );
  }

  /** Whether it is shown now. */
  async isShown(): Promise<boolean> {
    const title = this.workbench.page.locator(".gettingStarted.showDetails h2.category-title");
    return (await title.isVisible()) && (await title.innerText()) === this.name;
  }

  /** Returns the titles of the steps that are done. */
  async done(): Promise<string[]> {
    return await this.steps.evaluateAll((steps: Element[]) =>
      steps
        .filter((step) => step.querySelector('[role=checkbox][aria-checked="true"]'))
        .map((step) => step.querySelector(".step-title")?.textContent ?? ""),
    );
  }

  /** Waits until exactly these steps are done. Opens it again if something covers it. */
  async waitForDone(...titles: readonly string[]): Promise<void> {
    if (!(await this.isShown())) await this.open();
    await eventually(
      `the steps ${titles.join(", ")}`,
      () => this.done(),
      (done) => done.join() === titles.join(),
    );
  }

  /** Selects a step, which shows its picture and its button. */
  async select(title: string): Promise<void> {
    await this.step(title).locator(".step-title").click();
    await this.workbench.page
      .locator(".gettingStartedSlideDetails .getting-started-step.expanded")
      .filter({ hasText: title })
      .waitFor();
  }

  /** Selects a step and presses its button, after opening it again if something covers it. */
  async press(title: string, button: string): Promise<void> {
    if (!(await this.isShown())) await this.open();
    await this.select(title);
    await this.step(title).getByRole("button", { name: button, exact: true }).click();
  }

  private step(title: string): Locator {
    const name = this.workbench.page.locator(".step-title").getByText(title, { exact: true });
    return this.steps.filter({ has: name });
  }
}
