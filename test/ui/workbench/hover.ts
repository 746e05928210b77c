import type { Locator, Page } from "playwright-core";
import { actUntil, eventually } from "./eventually";

/** Runs in the page, whose types this project does not include: see `element.ts`. */
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

/** Moves the mouse to the first occurrence of a text in an element, even inside a longer text. */
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

/** Hovers an element and returns the text of the hover, once it is resolved. */
export async function hoverText(target: Locator): Promise<string> {
  return await hoverWith(target.page(), async () => await target.hover());
}

/** Follows a link in the visible hover. */
export async function followHoverLink(page: Page, title: string): Promise<void> {
  await page.locator(".monaco-hover:visible").getByText(title, { exact: true }).click();
}

/**
 * Returns the text of a hover, like `hoverText`.
 * @param rest moves the mouse to the hover target
 */
export async function hoverWith(page: Page, rest: () => Promise<void>): Promise<string> {
  const hovers = hoversOf(page);
  // Close the previous hover first.
  await page.mouse.move(0, 0);
  await hovers.first().waitFor({ state: "detached" });
  await eventually(
    "a hover",
    async () => {
      // An element redrawn under the mouse shows no hover until the mouse leaves it and comes back.
      await actUntil("a hover", hovers.first(), async () => {
        await page.mouse.move(0, 0);
        await rest();
      });
      return await hovers.allInnerTexts();
    },
    (all) => all.some((text) => text.trim() !== "") && !all.some((text) => /^\s*Loading\.{3}/.test(text)),
  );
  return await shownHover(page);
}

/** Returns the text of the hover that is shown; empty if there is none. */
export async function shownHover(page: Page): Promise<string> {
  const texts = await hoversOf(page).allInnerTexts();
  return texts.join("\n").replaceAll("\u00a0", " ").trim();
}

function hoversOf(page: Page): Locator {
  return page.locator(".monaco-hover:visible .monaco-hover-content");
}
