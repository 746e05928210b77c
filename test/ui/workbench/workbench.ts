import { randomUUID } from "node:crypto";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Locator, Page } from "playwright-core";
import { browserStorage } from "./browserStorage";
import { Dialog } from "./dialog";
import { Editor } from "./editor";
import { actUntil, eventually, PATIENCE } from "./eventually";
import type { Inside } from "./inside";
import { Menu } from "./menu";
import { Notifications } from "./notifications";
import { Preview } from "./preview";
import { QuickInput } from "./quickInput";
import { StatusBar } from "./statusBar";
import { Terminal } from "./terminal";
import { themeColor, themeSettings, waitForTheme, type Theme } from "./theme";
import { View } from "./view";

const screenshots = path.join(import.meta.dirname, "../../../out/screenshots");

/** A window of VS Code. */
export class Workbench {
  readonly dialog: Dialog;
  readonly editor: Editor;
  readonly notifications: Notifications;
  readonly preview: Preview;
  readonly quickInput: QuickInput;
  readonly statusBar: StatusBar;
  readonly terminal: Terminal;
  /** The user's, as far as tests set them. */
  private settings: Readonly<Record<string, unknown>>;

  constructor(
    readonly page: Page,
    /** Reads and does what cannot be seen or clicked. */
    readonly inside: Inside,
    /** The folder in which VS Code keeps settings, state and logs. */
    readonly data: string,
    /** The folder that is open, unless it is on no disk. */
    readonly folder: string,
    /** The user settings with which it opened. */
    private readonly firstSettings: Readonly<Record<string, unknown>>,
    /** Ends VS Code and the browser. */
    readonly close: () => Promise<void>,
  ) {
    this.settings = firstSettings;
    this.dialog = new Dialog(page);
    this.editor = new Editor(page);
    this.notifications = new Notifications(page);
    this.preview = new Preview(page);
    this.quickInput = new QuickInput(page);
    this.statusBar = new StatusBar(page);
    this.terminal = new Terminal(page, inside);
  }

  /** Waits until the window is there. */
  async ready(): Promise<void> {
    // A window is dozens of files and processes.
    const timeout = 4 * PATIENCE;
    await this.page.locator(".part.activitybar [role=tab]").first().waitFor({ timeout });
  }

  /** Loads the window anew, as "Developer: Reload Window" does: extensions end and start again. */
  async reload(): Promise<void> {
    await this.stateKept();
    this.inside.forget();
    await this.page.reload({ waitUntil: "commit" });
    await this.ready();
  }

  /** Shows the sidebar of a view container. */
  async openContainer(title: string): Promise<void> {
    const tab = this.containerTab(title);
    const selected = tab.and(this.page.locator('[aria-selected="true"]'));
    await tab.waitFor();
    // A click on the one that is open would close it.
    await actUntil(`the sidebar ${title}`, selected, () => tab.click());
    await this.page.locator(".part.sidebar").getByText(title).first().waitFor();
  }

  /** The badge on a view container's icon; empty when there is none. */
  async badge(title: string): Promise<string> {
    return (await this.containerTab(title).locator(".badge-content").allInnerTexts()).join("");
  }

  /** Opens the menu with the accounts that the user has. */
  async openAccounts(): Promise<Menu> {
    return await Menu.of(
      this.page.locator('.part.activitybar .action-label[aria-label^="Accounts"]'),
      "left",
    );
  }

  /** A view, by its id. */
  view(id: string): View {
    return new View(this.page, id);
  }

  /** Runs a command by its title in the Command Palette, category included. */
  async runCommand(title: string): Promise<void> {
    await this.searchCommands(title);
    await this.quickInput.pick(title);
  }

  /** Runs a command that asks for a folder or an analysis, and answers with its ID. */
  async runWithId(title: string, id: string): Promise<void> {
    await this.runCommand(title);
    await this.quickInput.waitFor("the question for an ID", ({ placeholder }) =>
      placeholder.startsWith("ID, or"),
    );
    await this.quickInput.type(id);
    await this.quickInput.waitForPicks(
      "the ID",
      ([first]) => first?.label === id || first?.label === "Look up this ID",
    );
    await this.quickInput.accept();
  }

  /** The titles that the Command Palette finds for a text. */
  async commands(text: string): Promise<string[]> {
    await this.searchCommands(text);
    const picks = await this.quickInput.picks();
    await this.quickInput.cancel();
    return picks.map(({ label }) => label);
  }

  /** Changes user settings, as their owner would; those that are undefined return to their default. */
  async changeSettings(changes: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [key, value] of Object.entries(changes)) {
      await this.inside.changeSetting(key, value);
      this.settings = { ...this.settings, [key]: value };
    }
  }

  /** Changes user settings to those with which the window opened, and these. */
  async resetSettings(changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const wanted = { ...this.firstSettings, ...changes };
    const keys = new Set([...Object.keys(this.settings), ...Object.keys(wanted)]);
    const different = [...keys].filter((key) => !isDeepStrictEqual(this.settings[key], wanted[key]));
    await this.changeSettings(Object.fromEntries(different.map((key) => [key, wanted[key]])));
  }

  /** Changes the theme and waits until the window has it. */
  async changeTheme(theme: Theme): Promise<void> {
    await this.changeSettings(themeSettings(theme));
    await waitForTheme(this.page, theme);
  }

  /** What a colour id, such as `charts.red`, means in the theme of the window, as `rgb(…)`. */
  async color(id: string): Promise<string> {
    return await themeColor(this.page, id);
  }

  /** Gives the window the focus or takes it away, as another window does that a headless browser has not. */
  async setFocus(focused: boolean): Promise<void> {
    const dispatch = (event: string) => this.page.evaluate(`window.dispatchEvent(new Event("${event}"))`);
    const say = (value: boolean) => this.page.evaluate(`document.hasFocus = () => ${value}`);
    // VS Code takes note of a loss only if it saw the focus come.
    await say(true);
    await dispatch("focus");
    if (focused) return;
    await say(false);
    await dispatch("blur");
  }

  /** The text on the clipboard. */
  async clipboard(): Promise<string> {
    return await this.page.evaluate<string>("navigator.clipboard.readText()");
  }

  /** Opens a file of the folder that is open. */
  async openFile(name: string): Promise<void> {
    // By its path: VS Code may not have found yet what was written a moment ago.
    await this.inside.execute("workbench.action.quickOpen", path.join(this.folder, name));
    await this.quickInput.pick(name);
    await this.editor.waitForTitle(name);
  }

  /** Opens a link with the scheme of VS Code. From outside VS Code itself would ask first whether it may. */
  async openLink(link: string): Promise<void> {
    await this.inside.execute("_workbench.open", link);
  }

  /** Puts a text on the clipboard. */
  async copy(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  /**
   * Saves a picture of the window as out/screenshots/NAME.png.
   * @param mouse where it is meanwhile: away by default, so that nothing is shown beside it
   */
  async screenshot(name: string, mouse: "away" | "stays" = "away"): Promise<void> {
    if (mouse === "away") await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`), animations: "disabled" });
  }

  /** Waits until VS Code would open a Markdown preview again after a reload, which it remembers a moment later. */
  async previewKept(text: string): Promise<void> {
    await eventually(
      `the preview of ${text} to be kept`,
      async () =>
        (await browserStorage(this.page)).some(
          (kept) => kept.text.includes("markdown.preview") && kept.text.includes(`${text}.md?`),
        ),
      (kept) => kept,
    );
  }

  /** Waits until what extensions told VS Code to remember is on disk: in a browser it comes there a moment later. */
  private async stateKept(): Promise<void> {
    const mark = randomUUID();
    await this.inside.remember(mark);
    await eventually(
      "the state to be kept",
      async () => (await browserStorage(this.page)).filter(({ text }) => text.includes(mark)).length,
      (places) => places === 2,
    );
  }

  private containerTab(title: string): Locator {
    // Behind the title there may be a shortcut, and what the badge means.
    const label = this.page.locator(`.action-label[aria-label^="${title}"]`);
    return this.page.locator(".part.activitybar [role=tab]").filter({ has: label }).first();
  }

  private async searchCommands(text: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.quickInput.type(`>${text}`);
  }
}
