import type { Locator, Page } from "playwright-core";
import { actUntil, eventually } from "./eventually";

/** Runs in the page, of which this project knows no types: see `element.ts`. */
const MIDDLE_OF = `(root, text) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const start = nodes.map(({ data }) => data).join("").indexOf(text);
  if (start < 0) return;
  let middle = start + Math.floor(text.length / 2);
  const node = nodes.find(({ data }) => middle < data.length || ((middle -= data.length), false));
  const range = document.createRange();
  range.setStart(node, middle);
  range.setEnd(node, middle + 1);
  const { x, y, width, height } = range.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}`;

/** Moves the mouse to the first place of a text in something, wherever in its line it stands. */
export async function moveTo(root: Locator, text: string): Promise<void> {
  const [x, y] = await eventually(
    `the text "${text}"`,
    async () =>
      (await root.evaluate(
        (element, [find, wanted]) =>
          (globalThis.eval(find ?? "") as (root: unknown, text: unknown) => unknown)(element, wanted) ?? [],
        [MIDDLE_OF, text],
      )) as number[],
    (place) => place.length === 2,
  );
  await root.page().mouse.move(x ?? 0, y ?? 0);
}

/** Rests the mouse on something and reads what VS Code shows beside it, once it has been resolved. */
export async function hoverText(target: Locator): Promise<string> {
  return await hoverWith(target.page(), async () => await target.hover());
}

/** Follows a link in what VS Code shows beside the mouse. */
export async function followHoverLink(page: Page, title: string): Promise<void> {
  await page.locator(".monaco-hover:visible").getByText(title, { exact: true }).click();
}

/**
 * Reads what VS Code shows beside the mouse, see `hoverText`.
 * @param rest moves the mouse to where it is to rest
 */
export async function hoverWith(page: Page, rest: () => Promise<void>): Promise<string> {
  const hovers = page.locator(".monaco-hover:visible .monaco-hover-content");
  // The hover of what was under the mouse before.
  await page.mouse.move(0, 0);
  await hovers.first().waitFor({ state: "detached" });
  const texts = await eventually(
    "a hover",
    async () => {
      // What is redrawn under the mouse has no hover: a person leaves it then and comes back.
      await actUntil("a hover", hovers.first(), async () => {
        await page.mouse.move(0, 0);
        await rest();
      });
      return await hovers.allInnerTexts();
    },
    (all) => all.some((text) => text.trim() !== "") && !all.some((text) => /^\s*Loading\.{3}/.test(text)),
  );
  return texts.join("\n").replaceAll("\u00a0", " ").trim();
}
