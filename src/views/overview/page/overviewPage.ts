import { button, element } from "./dom";
import type { PageMessage, PageModel } from "./model";
import "./page.css";
import { SectionView } from "./sectionView";

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const vscode = acquireVsCodeApi();
const post = (message: PageMessage): void => vscode.postMessage(message);
const show = (part: string): void => post({ type: "show", part });

const head = element("header");
const main = element("main");
let views: ReadonlyMap<string, SectionView> = new Map();
document.body.append(head, main);

/** Replaces only what has changed, so that unfolded tables, the focus and the place on the page stay. */
function update({ title, sentences, mark, sections, words }: PageModel): void {
  const focused = document.activeElement?.getAttribute("data-key");
  document.title = title;
  head.replaceChildren(
    element("h1", {}, title),
    ...(mark === undefined ? [] : [element("p", { class: "stale", role: "status" }, mark)]),
    ...sentences.map((sentence) => element("p", {}, sentence)),
    element(
      "p",
      { class: "actions" },
      button(words.copy, words.copy, () => post({ type: "copy" })),
      button(words.save, words.save, () => post({ type: "save" })),
    ),
  );
  const before = views;
  views = new Map(sections.map(({ id }) => [id, before.get(id) ?? new SectionView(words, show)]));
  for (const section of sections) views.get(section.id)?.update(section);
  const nodes = [...views.values()].map(({ root }) => root);
  if (nodes.some((node, index) => main.children[index] !== node) || main.children.length !== nodes.length)
    main.replaceChildren(...nodes);
  // After all changes of the page, which is then laid out once.
  for (const view of views.values()) view.draw(false);
  if (focused == null || document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function redrawAll(): void {
  for (const view of views.values()) view.draw(true);
}

window.addEventListener("message", ({ data }: MessageEvent<PageModel>) => update(data));
// VS Code changes the classes of the page with the theme.
new MutationObserver(redrawAll).observe(document.body, { attributes: true, attributeFilter: ["class"] });
let width = 0;
new ResizeObserver(() => {
  if (main.clientWidth === width) return;
  width = main.clientWidth;
  redrawAll();
}).observe(main);
post({ type: "ready" });
