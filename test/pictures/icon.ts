import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";

/** Pixels of the icon that galleries show. */
const SIZE = 256;

const GLYPH = path.join(import.meta.dirname, "../../media/oz-inspector.svg");

/** @returns the icon of the package as PNG: the glyph of the activity bar, white on blue */
export async function drawIcon(page: Page): Promise<Buffer> {
  const glyph = (await readFile(GLYPH, "utf8")).replace('stroke="#000"', 'stroke="#fff"');
  await page.setViewportSize({ width: SIZE, height: SIZE });
  await page.goto("about:blank");
  await page.setContent(`<style>
    body { margin: 0; background: none }
    div { display: grid; place-items: center; width: 256px; height: 256px; border-radius: 52px;
      background: linear-gradient(160deg, #2b6fe0, #0b3fa8) }
    svg { width: 160px; height: 160px }
  </style><div>${glyph}</div>`);
  return await page.screenshot({ omitBackground: true });
}
