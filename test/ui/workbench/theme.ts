import type { Page } from "playwright-core";

/** A built-in theme of each kind: its name, and the CSS class that the window has with it. */
export const themes = {
  light: { name: "Default Light Modern", window: ".vs" },
  dark: { name: "Default Dark Modern", window: ".vs-dark" },
  highContrastDark: { name: "Default High Contrast", window: ".hc-black" },
  highContrastLight: { name: "Default High Contrast Light", window: ".hc-light" },
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
