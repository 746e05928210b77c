import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { browserStorage } from "../workbench/browserStorage";
import type { Workbench } from "../workbench/workbench";
import type { Place } from "./search";

/**
 * Collects the texts and attributes of a page, each once. Skips password boxes, whose text is not visible, and hidden
 * boxes, as the input box keeps its last text until it opens again.
 */
const SHOWN = `(() => {
  const found = new Map();
  const add = (where, text) => { if (text) found.set(where + "\\n" + text, { where, text }); };
  const visit = (root) => {
    add("the text", root.textContent);
    for (const element of root.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) add("an attribute " + name, value);
      if (element.matches("input:not([type=password]), textarea") && element.checkVisibility()) add("a box", element.value);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  add("the title", document.title);
  add("the address", location.href);
  visit(document.body);
  return [...found.values()];
})()`;

/** What is exposed right now: the page with its frames, documents and the clipboard. */
export async function shown(workbench: Workbench): Promise<Place[]> {
  const frames = workbench.page.frames().map(async (frame) => {
    // A frame may disappear while it is read.
    const read = await frame.evaluate<Place[]>(SHOWN).catch(() => []);
    return frame === workbench.page.mainFrame() ? read : read.map(prefixed("a frame: "));
  });
  const documents = (await workbench.extensionHost.documents()).flatMap(({ uri, text }) => [
    { where: "the address of a document", text: uri },
    { where: `the document ${uri}`, text },
  ]);
  return [
    ...(await Promise.all(frames)).flat(),
    ...documents,
    { where: "the clipboard", text: await workbench.clipboard() },
  ];
}

/** What persists: the browser's storage and every file of VS Code. */
export async function kept({ page, data }: Workbench): Promise<Place[]> {
  const stored = await browserStorage(page);
  return [...stored.map(prefixed("the browser: ")), ...(await files(data))];
}

async function files(folder: string): Promise<Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return await Promise.all(
    names.map(async (name) => ({
      where: `the file ${path.relative(folder, name)}`,
      // A file may disappear while it is read.
      text: `${name} ${await readFile(name, "utf8").catch(() => "")}`,
    })),
  );
}

const prefixed =
  (before: string) =>
  ({ where, text }: Place): Place => ({ where: `${before}${where}`, text });
