import { fillElement } from "./barFill";
import { BarChart } from "./chart";
import { button, element } from "./dom";
import type { BarStyle, PageModel, Row, Section } from "./model";

/** One section of the page: sentences, a chart, and its figures as a table. */
export class SectionView {
  readonly root = element("section");
  private readonly details = element("details");
  private readonly summary: HTMLElement;
  private chart: BarChart | undefined;
  private shown = "";

  /** @param show opens the folders of a figure */
  constructor(
    private readonly words: PageModel["words"],
    private readonly show: (part: string) => void,
  ) {
    this.summary = element(
      "summary",
      {},
      element("span", { class: "if-folded" }, words.showFigures),
      element("span", { class: "if-open" }, words.hideFigures),
    );
  }

  /** Shows other figures, unless they are the same; an unfolded table stays unfolded. */
  update(section: Section): void {
    const shown = JSON.stringify(section);
    if (shown === this.shown) return;
    this.shown = shown;
    const { words } = this;
    const { id, title, sentences, shortcuts, chart, columns, rows } = section;
    const link = (text: string, part: string | undefined, description = words.show): HTMLElement =>
      button(text, description, part === undefined ? undefined : () => this.show(part), part);
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
    this.root.replaceChildren(
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
    if (chart) {
      this.chart ??= new BarChart(this.show);
      this.chart.update(chart);
      this.summary.setAttribute("data-key", `${id}-figures`);
      this.details.replaceChildren(this.summary, figures);
      this.root.append(this.chart.root, this.details);
    } else if (rows.length > 0) this.root.append(figures);
  }

  /**
   * Draws the chart if its figures have changed and it is in view.
   * @param isAnew whether its width or the theme has changed
   */
  draw(isAnew: boolean): void {
    if (isAnew) this.chart?.update();
    this.chart?.draw();
  }
}

function tableRow(
  { cells, part, share, style, description }: Row,
  link: (text: string, part: string | undefined, description?: string) => HTMLElement,
): HTMLElement {
  const [first = "", ...others] = cells;
  const name = element("th", { scope: "row" }, link(String(first), part, description));
  const numbers = others.map((cell) => element("td", {}, String(cell)));
  const row = element("tr", {}, name, ...numbers);
  if (share !== undefined)
    row.append(element("td", { class: "bar", "aria-hidden": "true" }, bar(share, style)));
  return row;
}

function bar(share: number, style: BarStyle | undefined): HTMLElement {
  const made = element("div");
  made.style.width = `${share * 100}%`;
  fillElement(made, style);
  return made;
}
