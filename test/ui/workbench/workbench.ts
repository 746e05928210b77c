import { randomUUID } from "node:crypto";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Locator, Page } from "playwright-core";
import { browserStorage } from "./browserStorage";
import { Dialog } from "./dialog";
import { Editor } from "./editor";
import { actUntil, eventually, PATIENCE, persist } from "./eventually";
import type { ExtensionHost } from "./extensionHost";
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
  /** The current user settings, as set by tests. */
  private settings: Readonly<Record<string, unknown>>;

  constructor(
    readonly page: Page,
    /** For what cannot be seen or clicked. */
    readonly extensionHost: ExtensionHost,
    /** The folder in which VS Code keeps settings, state and logs. */
    readonly data: string,
    /** The workspace folder on disk. Not open if the window shows a virtual folder. */
    readonly folder: string,
    /** The user settings with which it opened. */
    private readonly firstSettings: Readonly<Record<string, unknown>>,
    /** Closes the window and ends its VS Code. */
    readonly close: () => Promise<void>,
  ) {
    this.settings = firstSettings;
    this.dialog = new Dialog(page);
    this.editor = new Editor(page);
    this.notifications = new Notifications(page);
    this.preview = new Preview(page, extensionHost);
    this.quickInput = new QuickInput(page);
    this.statusBar = new StatusBar(page);
    this.terminal = new Terminal(page, extensionHost);
  }

  /** Waits until the window has loaded. */
  async ready(): Promise<void> {
    // A window loads dozens of files and starts several processes.
    const timeout = 4 * PATIENCE;
    await this.page.locator(".part.activitybar [role=tab]").first().waitFor({ timeout });
  }

  /** Reloads the window, as "Developer: Reload Window" does: extensions restart. */
  async reload(): Promise<void> {
    await this.stateKept();
    this.extensionHost.disconnect();
    await this.page.reload({ waitUntil: "commit" });
    await this.ready();
  }

  /**
   * Opens another window of the same VS Code, with the same state. `extensionHost` stays that of this window. Closing this
   * window closes the other.
   */
  async openWindow(): Promise<Workbench> {
    // It starts with what is saved by then.
    await this.stateKept();
    const page = await this.page.context().newPage();
    page.setDefaultTimeout(PATIENCE);
    const close = (): Promise<void> => page.close();
    const { extensionHost, data, folder, firstSettings } = this;
    const other = new Workbench(page, extensionHost, data, folder, firstSettings, close);
    await page.goto(this.page.url(), { waitUntil: "commit" });
    await other.ready();
    return other;
  }

  /** Shows the sidebar of a view container. */
  async openContainer(title: string): Promise<void> {
    const tab = this.containerTab(title);
    const selected = tab.and(this.page.locator('[aria-selected="true"]'));
    await tab.waitFor();
    // A click would close it if it is open.
    await actUntil(`the sidebar ${title}`, selected, () => tab.click());
    await this.page.locator(".part.sidebar").getByText(title).first().waitFor();
  }

  /** Returns the badge on a view container's icon; empty if there is none. */
  async badge(title: string): Promise<string> {
    return (await this.containerTab(title).locator(".badge-content").allInnerTexts()).join("");
  }

  /** Returns the text for screen readers of a view container's icon, which says what its badge means. */
  async spokenContainer(title: string): Promise<string> {
    return (await this.containerTab(title).locator(".action-label").getAttribute("aria-label")) ?? "";
  }

  /** Opens the Accounts menu. */
  async openAccounts(): Promise<Menu> {
    return await Menu.of(
      this.page.locator('.part.activitybar .action-label[aria-label^="Accounts"]'),
      "left",
    );
  }

  /** Returns a view by its ID. */
  view(id: string): View {
    return new View(this.page, id);
  }

  /** Runs a command by its title in the Command Palette, category included. */
  async runCommand(title: string): Promise<void> {
    // What takes the focus meanwhile closes the palette.
    await persist(`the Command Palette to run "${title}"`, async (options) => {
      await this.searchCommands(title, options);
      await this.quickInput.pick(title, options);
    });
  }

  /** Runs a command that asks for a folder or an analysis, and enters its ID. */
  async runWithId(title: string, id: string): Promise<void> {
    await this.runCommand(title);
    await this.quickInput.waitFor("the question for an ID", ({ placeholder }) =>
      placeholder.startsWith("ID, or"),
    );
    await this.quickInput.type(id);
    await this.quickInput.waitForPicks(
      "the ID",
      ([first]) => first?.label === id || first?.label === "Use this ID",
    );
    await this.quickInput.accept();
  }

  /** Returns the titles that the Command Palette finds for a text. */
  async commands(text: string): Promise<string[]> {
    await this.searchCommands(text);
    const picks = await this.quickInput.picks();
    await this.quickInput.cancel();
    return picks.map(({ label }) => label);
  }

  /** Changes user settings; undefined resets one to its default. */
  async changeSettings(changes: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [key, value] of Object.entries(changes)) {
      await this.extensionHost.changeSetting(key, value);
      this.settings = { ...this.settings, [key]: value };
    }
  }

  /** Resets the user settings to those that the window opened with, plus some changes. */
  async resetSettings(changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const wanted = { ...this.firstSettings, ...changes };
    const keys = new Set([...Object.keys(this.settings), ...Object.keys(wanted)]);
    const different = [...keys].filter((key) => !isDeepStrictEqual(this.settings[key], wanted[key]));
    await this.changeSettings(Object.fromEntries(different.map((key) => [key, wanted[key]])));
  }

  /** Changes the theme and waits until it is applied. */
  async changeTheme(theme: Theme): Promise<void> {
    await this.changeSettings(themeSettings(theme));
    await waitForTheme(this.page, theme);
  }

  /** Returns the value of a colour ID, such as `charts.red`, in the current theme, as `rgb(…)`. */
  async color(id: string): Promise<string> {
    return await themeColor(this.page, id);
  }

  /** Simulates that the window gets or loses the focus: a headless browser has no other window to take it. */
  async setFocus(focused: boolean): Promise<void> {
    const dispatch = (event: string) => this.page.evaluate(`window.dispatchEvent(new Event("${event}"))`);
    const setHasFocus = (value: boolean) => this.page.evaluate(`document.hasFocus = () => ${value}`);
    // VS Code notices a loss only if the window had the focus.
    await setHasFocus(true);
    await dispatch("focus");
    if (focused) return;
    await setHasFocus(false);
    await dispatch("blur");
  }

  /** Returns the text on the clipboard. */
  async clipboard(): Promise<string> {
    return await this.page.evaluate<string>("navigator.clipboard.readText()");
  }

  /** Opens a file of the open folder. */
  async openFile(name: string): Promise<void> {
    // What takes the focus meanwhile closes the list.
    await persist(`the file ${name}`, async (options) => {
      // By its path, as VS Code may not have indexed a new file yet.
      await this.extensionHost.execute("workbench.action.quickOpen", path.join(this.folder, name));
      await this.quickInput.pick(name, options);
    });
    await this.editor.waitForTitle(name);
  }

  /** Installs a package, as "Extensions: Install from VSIX…" does. */
  async install(file: string): Promise<void> {
    const authority = new URL(this.page.url()).host;
    // As VS Code sends URIs between its processes.
    const uri = { $mid: 1, scheme: "vscode-remote", authority, path: file };
    // VS Code registers the command some time after its window has opened.
    await persist("VS Code to install the package", async () => {
      await this.extensionHost.execute("workbench.extensions.command.installFromVSIX", [uri]);
    });
  }

  /** Opens a link with the scheme of VS Code, without the confirmation for links from outside. */
  async openLink(link: string): Promise<void> {
    await this.extensionHost.execute("_workbench.open", link);
  }

  /** Copies a text to the clipboard. */
  async copy(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  /**
   * Saves a screenshot of the window as out/screenshots/NAME.png.
   * @param mouse moved away by default, so that no hover is shown
   */
  async screenshot(name: string, mouse: "away" | "stays" = "away"): Promise<void> {
    if (mouse === "away") await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`), animations: "disabled" });
  }

  /** Waits until VS Code has saved that a Markdown preview is open, to restore it after a reload. */
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

  /** Waits until the state of extensions is saved: a browser writes it with a delay. */
  private async stateKept(): Promise<void> {
    const mark = randomUUID();
    await this.extensionHost.remember(mark);
    await eventually(
      "the state to be kept",
      async () => (await browserStorage(this.page)).filter(({ text }) => text.includes(mark)).length,
      (places) => places === 2,
    );
  }

  private containerTab(title: string): Locator {
    // A shortcut and the meaning of the badge may follow the title.
    const label = this.page.locator(`.action-label[aria-label^="${title}"]`);
    return this.page.locator(".part.activitybar [role=tab]").filter({ has: label }).first();
  }

  private async searchCommands(text: string, options: { readonly timeout?: number } = {}): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.quickInput.type(`>${text}`, options);
  }
}
