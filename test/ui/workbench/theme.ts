import type { Frame, Page } from "playwright-core";

/** A built-in theme of each kind: its name, the CSS class that the window has with it, and what a page within it is told. */
export const themes = {
  light: { name: "Default Light Modern", window: ".vs", kind: "vscode-light" },
  dark: { name: "Default Dark Modern", window: ".vs-dark", kind: "vscode-dark" },
  highContrastDark: { name: "Default High Contrast", window: ".hc-black", kind: "vscode-high-contrast" },
  highContrastLight: {
    name: "Default High Contrast Light",
    window: ".hc-light",
    kind: "vscode-high-contrast-light",
  },
} as const;

/** The kinds of themes. */
export type Theme = keyof typeof themes;

/** The settings that choose a theme. */
export function themeSettings(theme: Theme): Record<string, unknown> {
  return { "workbench.colorTheme": themes[theme].name, "window.autoDetectColorScheme": false };
}

/** Waits until a theme is applied. */
export async function waitForTheme(page: Page, theme: Theme): Promise<void> {
  await page.locator(`.monaco-workbench${themes[theme].window}`).waitFor();
}

/** Waits until a theme is applied to a page within the window, such as a preview. */
export async function waitForThemeIn(frame: Frame, theme: Theme): Promise<void> {
  await frame.locator(`body[data-vscode-theme-kind="${themes[theme].kind}"]`).waitFor();
}

/** Returns the value of a colour ID, such as `charts.red`, in the current theme, as `rgb(…)`. */
export async function themeColor(page: Page, id: string): Promise<string> {
  const variable = `--vscode-${id.replaceAll(".", "-")}`;
  const color = await page.evaluate<string>(`(() => {
    const probe = document.querySelector(".monaco-workbench").appendChild(document.createElement("i"));
    probe.style.color = "var(${variable}, transparent)";
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  })()`);
  if (color === "rgba(0, 0, 0, 0)") throw new Error(`VS Code registers no colour ${id}`);
  return color;
}
