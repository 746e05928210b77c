/**
 * The part of a DOM element that the page objects read. The project has no DOM types, since the extension runs in Node.
 * A function that takes one runs in the page: it cannot use anything outside it, nor contain a named function.
 */
export interface Element {
  readonly className: string;
  /** Whether it is still in the page. */
  readonly isConnected: boolean;
  readonly style: { readonly color: string };
  readonly textContent: string;
  /** The text in an input. */
  readonly value?: string;
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}
