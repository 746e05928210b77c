/**
 * The part of a page's element that the page objects read. The project has no DOM types, since the extension runs in
 * Node. A function that is given one runs in the page: it cannot use anything from around it, nor name a function.
 */
export interface Element {
  readonly className: string;
  readonly style: { readonly color: string };
  readonly textContent: string;
  /** What is in it, if it is an input. */
  readonly value?: string;
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}
