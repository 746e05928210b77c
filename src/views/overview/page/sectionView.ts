import { BarChart } from "./chart";
import { button, element } from "./dom";
import type { PageModel, Row, Section } from "./model";

/** One section of the page: sentences, a chart, and its figures as a table. */
export class SectionView {
  readonly root = element("section");
  private readonly chart: BarChart | undefined;

  /**
   * @param isOpen whether the table of a chart is unfolded
   * @param show opens the folders of a figure
   */
  constructor(
    readonly section: Section,
    words: PageModel["words"],
    isOpen: boolean,
    show: (part: string) => void,
  ) {
    const { id, title, sentences, shortcuts, chart, columns, rows } = section;
    const open = (part: string | undefined): (() => void) | undefined =>
      part === undefined ? undefined : () => show(part);
    const link = (text: string, part: string | undefined): HTMLElement =>
      button(text, words.show, open(part), part);
    this.chart = chart && new BarChart(chart, show);
    const figures = element(
      "table",
      {},
      element("caption", { class: "hidden" }, title),
      element(
        "thead",
        {},
        element("tr", {}, ...columns.map((name) => element("th", { scope: "col" }, name))),
      ),
      element("tbody", {}, ...rows.map((row) => tableRow(row, link))),
    );
    const heading = `${id}-title`;
    this.root.setAttribute("aria-labelledby", heading);
    this.root.append(
      element("h2", { id: heading }, title),
      ...sentences.map((sentence) => element("p", {}, sentence)),
    );
    if (shortcuts.length > 0)
      this.root.append(
        element(
          "ul",
          { class: "shortcuts" },
          ...shortcuts.map(({ text, part }) => element("li", {}, link(text, part))),
        ),
      );
    if (this.chart) {
      const details = element("details", {}, element("summary", {}, words.figures), figures);
      details.open = isOpen;
      this.root.append(this.chart.root, details);
    } else if (rows.length > 0) this.root.append(figures);
  }

  get isOpen(): boolean {
    return this.root.querySelector("details")?.open ?? false;
  }

  /** Draws the chart in the width that it has, and in the colours of the theme. */
  draw(): void {
    this.chart?.draw();
  }
}

function tableRow(
  { cells, part, share, color }: Row,
  link: (text: string, part: string | undefined) => HTMLElement,
): HTMLElement {
  const [first = "", ...others] = cells;
  const name = element("th", { scope: "row" }, link(String(first), part));
  const numbers = others.map((cell) => element("td", {}, String(cell)));
  const row = element("tr", {}, name, ...numbers);
  if (share !== undefined)
    row.append(element("td", { class: "bar", "aria-hidden": "true" }, bar(share, color)));
  return row;
}

function bar(share: number, color = "charts.blue"): HTMLElement {
  const made = element("div");
  made.style.width = `${share * 100}%`;
  made.style.background = `var(--vscode-${color.replaceAll(".", "-")})`;
  return made;
}
