type Child = Node | string;

/** @returns an element; texts become text nodes, so that nothing of a server is HTML */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** @returns a button, or the text alone if there is nothing to do */
export function button(
  text: string,
  title: string,
  onClick: (() => void) | undefined,
  key = text,
): HTMLElement {
  if (!onClick) return element("span", {}, text);
  const made = element("button", { type: "button", title, "data-key": key }, text);
  made.addEventListener("click", onClick);
  return made;
}

/** @returns the colour of the theme with an ID such as charts.blue; undefined if the theme has none */
export function themeColor(id: string): string | undefined {
  const name = `--vscode-${id.replaceAll(".", "-")}`;
  return getComputedStyle(document.body).getPropertyValue(name).trim() || undefined;
}
