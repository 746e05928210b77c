// Measures the page of the overview in a browser, with the figures that overview.ts wrote.
import { readFileSync } from "node:fs";
import path from "node:path";
import { startBrowser } from "../vscode/browser";
import { bundles } from "./bundle";
import { judged, rounded, type Row } from "./row";
import { median } from "./statistics";

const ROUNDS = 15;
/** Milliseconds. */
const MOST_FIRST = 300;
const MOST_AGAIN = 50;

/** Stands in for the webview of VS Code. Code that runs in the page is text, as the project has no types for it. */
const STAND_IN = "globalThis.acquireVsCodeApi = () => ({ postMessage() {} })";

/** Shows a model, and waits until the frame with it was drawn. */
const SHOW = `(model) => new Promise((resolve) => {
  const start = performance.now();
  dispatchEvent(new MessageEvent("message", { data: model }));
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
})`;

interface Model {
  readonly sections: readonly { readonly rows: readonly { readonly cells: (string | number)[] }[] }[];
}

/** One more folder: each section has changed. */
function withOneMore(model: Model, round: number): Model {
  const copy = structuredClone(model);
  for (const { rows } of copy.sections) rows[0]?.cells.splice(1, 1, String(1000 + round));
  return copy;
}

export async function measureOverviewPage(): Promise<readonly Row[]> {
  const dist = path.join(bundles, "../../dist");
  const model = JSON.parse(readFileSync(path.join(bundles, "overviewModel.json"), "utf8")) as Model;
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
      const show = async (one: Model): Promise<number> =>
        page.evaluate<number>(`(${SHOW})(${JSON.stringify(one)})`);
      first.push(await show(model));
      again.push(await show(withOneMore(model, round)));
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
      what: "all sections again, as for one more folder",
      ms: rounded(median(again)),
      ...judged(`≤ ${MOST_AGAIN} ms`, median(again) <= MOST_AGAIN),
    },
  ];
}
