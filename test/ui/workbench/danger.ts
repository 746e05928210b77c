import type { Page } from "playwright-core";

/** Runs in the page, whose types this project does not include: see `element.ts`. */
const FIND = `(signs) => {
  const found = [];
  const bidi = /[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]/;
  const hidden = /[!-~\\u200c\\u200d][\\u200c\\u200d]/;
  const isBad = (address) => address.includes(signs.host) || address.includes("workbench.action.quit");
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (element.classList.contains("codicon-" + signs.icon)) found.push("the icon in " + element.outerHTML);
    for (const { name: key, value } of element.attributes) {
      if (/^(href|src|data-href|action|style|srcset)$/.test(key) && isBad(value)) found.push(name + " " + key + "=" + value);
      if (/^on/.test(key) && value.includes("alert(1)")) found.push(name + " " + key);
      if (/^(aria-label|title|aria-description)$/.test(key)) {
        if (bidi.test(value)) found.push("a turned line in " + key + "=" + value);
        if (hidden.test(value)) found.push("hidden text in " + key + "=" + value);
        if (value.length > signs.longest) found.push(key + " of " + value.length + " characters");
      }
    }
    if (name === "script" || name === "style") continue;
    for (const node of element.childNodes) {
      if (node.nodeType !== 3) continue;
      if (bidi.test(node.data)) found.push("a turned line: " + node.data);
      if (hidden.test(node.data) && !element.closest(".view-line")) found.push("hidden text: " + node.data);
      if (node.data.length > signs.longest && !element.closest(".view-line")) found.push(name + " of " + node.data.length + " characters");
    }
  }
  return found.map((text) => text.slice(0, 300));
}`;

/** The signs by which `findDanger` recognizes hostile content. */
export interface Signs {
  /** A codicon that only hostile texts ask for. */
  readonly icon: string;
  /** The attacker's host, which nothing may link to or load from. */
  readonly host: string;
  /** The most characters that may be shown in one piece. */
  readonly longest: number;
}

/**
 * Returns what the window or a preview renders of hostile texts: icons, links, images, bidi controls, joiners that hide
 * text, and overlong texts.
 */
export async function findDanger(page: Page, signs: Signs): Promise<string[]> {
  const found = page.frames().map((frame) =>
    // The frame may be gone by now.
    frame.evaluate<string[]>(`(${FIND})(${JSON.stringify(signs)})`).catch(() => []),
  );
  return (await Promise.all(found)).flat();
}
