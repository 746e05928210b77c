// What the extension sends to the page of the overview, and what the page sends back. All texts are translated already, and
// the page shows them as plain text.

/** Opens the folders of a figure in the list; as the extension named it. */
type PartKey = string;

export interface Row {
  /** The first says what is counted; numbers are counts. */
  readonly cells: readonly (string | number)[];
  /** Undefined if the row cannot be opened: nothing to show. */
  readonly part: PartKey | undefined;
  /** How long the bar of the row is, from 0 to 1; undefined for none. */
  readonly share?: number | undefined;
  /** Of the bar; undefined for that of all counts. */
  readonly style?: BarStyle | undefined;
  /** What the first cell means, if it is not in words. */
  readonly description?: string | undefined;
}

/** How a bar looks. */
export interface BarStyle {
  /** The ID of a colour that VS Code registers. */
  readonly color: string;
  /** How the lines across the bar run; "/" is rising. */
  readonly lines: readonly ("level" | "upright" | "rising" | "falling")[];
}

export interface Series {
  readonly label: string;
  /** Undefined for that of all counts. */
  readonly style?: BarStyle | undefined;
  /** For each bar. */
  readonly values: readonly number[];
  readonly parts: readonly (PartKey | undefined)[];
}

/** Bars side by side, with one series above the other. */
export interface Chart {
  /** Below each bar. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Lines from top to bottom; 0 is the middle of the first bar, 0.5 its end. */
  readonly lines: readonly { readonly at: number; readonly label: string }[];
}

export interface Section {
  /** The same for as long as the panel is open. */
  readonly id: string;
  readonly title: string;
  readonly sentences: readonly string[];
  /** Figures that are asked for most. */
  readonly shortcuts: readonly { readonly text: string; readonly part: PartKey | undefined }[];
  /** If undefined, the rows have bars. */
  readonly chart: Chart | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface PageModel {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Why the figures are not up to date; undefined if they are. */
  readonly mark: string | undefined;
  readonly sections: readonly Section[];
  readonly words: {
    readonly copy: string;
    readonly save: string;
    /** What unfolds the table of a chart, and what folds it. */
    readonly showFigures: string;
    readonly hideFigures: string;
    /** What a click on a figure does. */
    readonly show: string;
  };
}

/** What the page asks for. */
export type PageMessage =
  { readonly type: "ready" | "copy" | "save" } | { readonly type: "show"; readonly part: PartKey };
