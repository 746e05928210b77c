import type { Locator } from "playwright-core";
import type { Element } from "./element";

/** A row of a tree, as shown on screen or read aloud. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** The text for screen readers. */
  readonly spoken: string;
  /** 1 at the root. */
  readonly level: number;
  /** Undefined for a row without children. */
  readonly expanded: boolean | undefined;
  readonly selected: boolean;
  /** The ID of its icon, such as `error` or `loading~spin`. */
  readonly icon: string | undefined;
  /** The icon's own colour, if any, as `rgb(…)`. */
  readonly color: string | undefined;
}

/** Returns a function that tells whether a row is a folder's, with a result that begins so, marked or not. */
export function hasResult(result: string): (row: TreeRow) => boolean {
  return ({ level, description }) => level === 1 && description.replace(/^⚠ /, "").startsWith(result);
}

/** Returns the visible rows from top to bottom. */
export async function readRows(rows: Locator): Promise<TreeRow[]> {
  const read = await rows.evaluateAll((elements: Element[]) =>
    elements.map((row) => ({
      index: Number(row.getAttribute("data-index")),
      expanded: row.getAttribute("aria-expanded"),
      icon: row.querySelector(".custom-view-tree-node-item-icon")?.className ?? "",
      color: row.querySelector(".custom-view-tree-node-item-icon")?.style.color ?? "",
      row: {
        label: row.querySelector(".label-name")?.textContent ?? "",
        description: row.querySelector(".label-description")?.textContent ?? "",
        spoken: row.getAttribute("aria-label") ?? "",
        level: Number(row.getAttribute("aria-level")),
        selected: row.getAttribute("aria-selected") === "true",
      },
    })),
  );
  return read
    .sort((a, b) => a.index - b.index)
    .map(({ row, expanded, icon, color }) => ({
      ...row,
      expanded: expanded === null ? undefined : expanded === "true",
      icon: iconName(icon),
      color: color === "" ? undefined : color,
    }));
}

/** Turns `codicon codicon-loading codicon-modifier-spin` into `loading~spin`. */
function iconName(classes: string): string | undefined {
  const names = classes.match(/(?<=\bcodicon-)[\w-]+/g)?.filter((name) => name !== "colored");
  return names?.[0] === undefined ? undefined : names.join("~").replace("~modifier-", "~");
}
