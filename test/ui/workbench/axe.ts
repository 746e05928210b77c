import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

/** Rules that VS Code's own widgets break, whatever an extension puts into them. */
const OF_VSCODE = {
  "aria-allowed-attr": "entries of a quick pick have a level, which their role does not allow",
  "aria-allowed-role": "the status bar is a footer with the role of a status",
  "aria-prohibited-attr": "a keybinding has a label, but no role",
  "aria-required-children": "the rows of the list of notifications are dialogs",
  "aria-valid-attr-value": "an input box without a list names the entry of the list before",
  "label-content-name-mismatch": "a row is spoken with commas and words in place of dots and marks",
  "landmark-main-is-top-level": "the editors are a landmark within that of the window",
  "nested-interactive": "titles of views, tabs and steps of a walkthrough have buttons in them",
  region: "a Markdown preview has no landmarks",
} as const;

/** VS Code draws the text of documents, line numbers and CodeLenses, in colours of the theme that axe finds too pale. */
const DOCUMENTS = ".monaco-editor";

/** Runs in a page within the window: VS Code draws what is behind it, which axe cannot see. */
const PAINT = 'document.documentElement.style.background = "var(--vscode-editor-background)"';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * Checks a part of the window by axe.
 * @param page the window, or a page within it
 * @param selectors of what is checked; nothing outside it is
 * @returns what breaks a rule that is not broken by VS Code itself, as text
 */
export async function violations(page: Page | Frame, ...selectors: readonly string[]): Promise<string[]> {
  for (const selector of selectors) await page.locator(selector).first().waitFor();
  if ("parentFrame" in page) await page.evaluate(PAINT);
  await page.evaluate(axe.source);
  const context = JSON.stringify({
    include: selectors.map((selector) => [selector]),
    exclude: [[DOCUMENTS]],
  });
  const rules = JSON.stringify(
    Object.fromEntries(Object.keys(OF_VSCODE).map((id) => [id, { enabled: false }])),
  );
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(${context}, { rules: ${rules}, resultTypes: ["violations"] }).then((all) => all.violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
