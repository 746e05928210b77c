import type { Page } from "playwright-core";

/** A text that appeared in the status bar. */
export interface Appearance {
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

// Code that runs in the page is text, as the project has no types for it; see test/ui/workbench/element.ts.
const TIME_FIRST_ROW = `(() => {
  const rows = ".pane:has(.icon.view-ozInspector-folders) .monaco-list-rows > [role=treeitem]";
  const seen = (globalThis.ozBench = {});
  addEventListener("click", () => (seen.clicked ??= performance.now()), { capture: true });
  new MutationObserver((_, observer) => {
    if (seen.clicked === undefined || !document.querySelector(rows)) return;
    observer.disconnect();
    requestAnimationFrame(() => (seen.took = performance.now() - seen.clicked));
  }).observe(document.body, { childList: true, subtree: true });
})()`;

const LOG_STATUS_BAR = `(() => {
  const log = (globalThis.ozBench = []);
  const bar = document.querySelector(".part.statusbar");
  let before = new Set();
  new MutationObserver(() => {
    const at = Date.now();
    const now = new Set([...bar.querySelectorAll(".statusbar-item")].map((item) => item.textContent.trim()));
    for (const text of now) if (!before.has(text)) log.push({ text, at });
    before = now;
  }).observe(bar, { childList: true, subtree: true, characterData: true });
})()`;

/** Starts to wait for a click, and then for the first row of the Folders view. */
export async function timeFirstRow(page: Page): Promise<void> {
  await page.evaluate(TIME_FIRST_ROW);
}

/** @returns milliseconds from the click to the next frame after the row was added to the page */
export async function firstRowTook(page: Page): Promise<number> {
  const took = await page.waitForFunction("globalThis.ozBench.took");
  return Number(await took.jsonValue());
}

/** Starts to record what appears in the status bar. */
export async function logStatusBar(page: Page): Promise<void> {
  await page.evaluate(LOG_STATUS_BAR);
}

/** @returns what has appeared in the status bar since the last call */
export async function statusBarLog(page: Page): Promise<readonly Appearance[]> {
  return page.evaluate<Appearance[]>("globalThis.ozBench.splice(0)");
}
