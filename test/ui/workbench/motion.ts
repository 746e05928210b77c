import type { Page } from "playwright-core";

/** Runs in the page. */
const MOVING = `[...document.querySelectorAll(".part.sidebar .codicon, .part.statusbar .codicon")]
  .filter((icon) => icon.checkVisibility() && getComputedStyle(icon).animationName !== "none")
  .map((icon) => icon.closest(".part").classList.contains("sidebar") ? "sidebar" : "status bar")`;

/** Returns where icons move: the sidebar, the status bar, or both. */
export async function movingParts(page: Page): Promise<string[]> {
  return [...new Set(await page.evaluate<readonly string[]>(MOVING))].sort();
}
