// Measures the page of the overview in a browser, with the figures that overview.ts wrote.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { PageModel } from "../../src/views/overview/page/model";
import { startBrowser } from "../vscode/browser";
import { bundles } from "./bundle";
import { PAGE_FIGURES, type PageFigures } from "./pageFigures";
import { judged, rounded, type Row } from "./row";
import { median } from "./statistics";

const ROUNDS = 5;
/** Milliseconds. */
const MOST_FIRST = 300;
const MOST_AGAIN = 50;

/** Stands in for the webview of VS Code. Code that runs in the page is text, as the project has no types for it. */
const STAND_IN = "globalThis.acquireVsCodeApi = () => ({ postMessage() {} })";

/** Sends a model as VS Code does, and waits until the frame with the charts that are in view was drawn. */
const SHOW = `(model) => new Promise((resolve) => {
  const start = performance.now();
  postMessage(model);
  const wait = () => {
    const isDrawn = document.title === model.title && document.querySelector("canvas");
    requestAnimationFrame(() => (isDrawn ? setTimeout(() => resolve(performance.now() - start)) : wait()));
  };
  addEventListener("message", wait, { once: true });
})`;

export async function measureOverviewPage(): Promise<readonly Row[]> {
  const dist = path.join(bundles, "../../dist");
  const figures = JSON.parse(readFileSync(path.join(bundles, PAGE_FIGURES), "utf8")) as PageFigures;
  const browser = await startBrowser();
  const first: number[] = [];
  const again: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
      await page.setContent("<!DOCTYPE html><html lang='en'><body></body></html>");
      await page.addStyleTag({ path: path.join(dist, "overview.css") });
      await page.addScriptTag({ content: STAND_IN });
      await page.addScriptTag({ path: path.join(dist, "overview.js") });
      const show = async (one: PageModel): Promise<number> =>
        page.evaluate<number>(`(${SHOW})(${JSON.stringify(one)})`);
      first.push(await show(figures.first));
      for (const { model, ms } of figures.arrivals) again.push(ms + (await show(model)));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return [
    {
      what: "the first charts on the page",
      ms: rounded(median(first)),
      ...judged(`≤ ${MOST_FIRST} ms`, median(first) <= MOST_FIRST),
    },
    {
      what: "an arriving folder: its figures, and the page again",
      ms: rounded(median(again)),
      ...judged(`≤ ${MOST_AGAIN} ms`, median(again) <= MOST_AGAIN),
    },
  ];
}
