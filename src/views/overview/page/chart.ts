import uPlot from "uplot";
import { canvasFill, fillElement } from "./barFill";
import { element, themeColor } from "./dom";
import type { Chart, Series } from "./model";

/** Between two lines of the axis of counts: never a part of a folder. */
const COUNT_STEPS = [1, 10, 100, 1000, 10_000, 100_000].flatMap((power) => [power, 2 * power, 5 * power]);
/** Pixels that a character of a label takes, at most, and between two labels. */
const CHARACTER = 7;
const LABEL_GAP = 24;
/** What is about to be scrolled into view is drawn too. */
const AROUND_VIEW = { root: document, rootMargin: "100px 0px" };

/** A chart of bars. It is drawn when it comes into view, and again for other figures, widths and themes. */
export class BarChart {
  readonly root = element("div", { class: "chart", "aria-hidden": "true" });
  private readonly drawing = element("div", { class: "drawing" });
  private readonly caption = element("p", { class: "caption" });
  private readonly legend = element("ul", { class: "legend" });
  private chart: Chart = { labels: [], series: [], lines: [] };
  private plot: uPlot | undefined;
  private isDrawn = false;
  private isInView = false;

  /** @param show opens the folders of a bar */
  constructor(private readonly show: (part: string) => void) {
    this.root.append(this.drawing, this.caption, this.legend);
    const observer = new IntersectionObserver((entries) => {
      this.isInView = entries.at(-1)?.isIntersecting === true;
      this.draw();
    }, AROUND_VIEW);
    observer.observe(this.drawing);
  }

  /** Takes other figures, or the same for another width or theme, for the next `draw`. */
  update(chart = this.chart): void {
    this.chart = chart;
    this.legend.replaceChildren(...(chart.series.length > 1 ? chart.series.map(legendItem) : []));
    this.isDrawn = false;
  }

  /** Draws what has changed in the width that it has, and in the colours of the theme; out of view, later. */
  draw(): void {
    if (this.isDrawn || !this.isInView) return;
    const { clientWidth: width, clientHeight: height } = this.drawing;
    this.plot?.destroy();
    this.plot = new uPlot(this.options(width, height), this.stacked(), this.drawing);
    this.plot.over.addEventListener("click", () => {
      const part = this.partAtMouse();
      if (part !== undefined) this.show(part);
    });
    this.isDrawn = true;
  }

  /**
   * Each series on top of those before it: the whole stack first, so that the others are drawn over it. What has no
   * folders is left out, as its border would be drawn over the axis; `null` still counts for the width of the bars.
   */
  private stacked(): uPlot.AlignedData {
    const { labels, series } = this.chart;
    let below = labels.map(() => 0);
    const sums = series.map(({ values }) => {
      below = below.map((sum, index) => sum + (values[index] ?? 0));
      return below.map((sum, index) => (values[index] ? sum : null));
    });
    return [labels.map((_, index) => index), ...sums.reverse()];
  }

  private options(width: number, height: number): uPlot.Options {
    const { labels, series } = this.chart;
    const foreground = themeColor("foreground") ?? "gray";
    const grid = { stroke: themeColor("editorWidget.border") ?? "gray", width: 1 };
    const axis: uPlot.Axis = { stroke: foreground, font: fontOf(this.drawing), grid, ticks: grid };
    const bars = uPlot.paths.bars?.({ size: [0.9, 80] });
    const labelWidth = CHARACTER * Math.max(...labels.map((label) => label.length));
    // Between the parts of a bar. Alone, a bar has its own colour, so that one folder among thousands is still seen.
    const border =
      themeColor("contrastBorder") ??
      (series.length > 1 ? (themeColor("editor.background") ?? "transparent") : undefined);
    return {
      width,
      height,
      // The last label is centred below the last bar.
      padding: [null, labelWidth / 2, null, null],
      scales: {
        x: { time: false, range: [-0.5, labels.length - 0.5] },
        y: { range: (_plot, _least, most) => [0, Math.max(1, most * 1.05)] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          space: LABEL_GAP + labelWidth,
          incrs: [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 48],
          values: (_plot, splits) => splits.map((split) => labels[split] ?? ""),
        },
        { ...axis, incrs: COUNT_STEPS },
      ],
      series: [
        {},
        ...series.toReversed().map(({ style }) => ({
          ...(bars && { paths: bars }),
          fill: canvasFill(style),
          stroke: border ?? canvasFill(style),
          width: 1,
          points: { show: false },
        })),
      ],
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      hooks: {
        draw: [(plot) => this.drawLines(plot, foreground)],
        setCursor: [() => this.tellBar()],
      },
    };
  }

  private drawLines(plot: uPlot, color: string): void {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = color;
    ctx.font = plot.axes[0]?.font?.[0] ?? ctx.font;
    ctx.lineWidth = 2 * devicePixelRatio;
    ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
    for (const { at, label } of this.chart.lines) {
      const x = plot.valToPos(at, "x", true);
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      const isRight = x > bbox.left + bbox.width * 0.7;
      ctx.textAlign = isRight ? "right" : "left";
      ctx.fillText(label, x + (isRight ? -6 : 6) * devicePixelRatio, bbox.top + 12 * devicePixelRatio);
    }
    ctx.restore();
  }

  /** Says below the chart what the bar under the mouse stands for. */
  private tellBar(): void {
    const index = this.plot?.cursor.idx;
    const { labels, series } = this.chart;
    const counts = series.flatMap(({ label, values }) => {
      const value = index == null ? 0 : (values[index] ?? 0);
      return value > 0 || series.length === 1 ? [`${label}: ${value}`] : [];
    });
    this.caption.textContent = index == null ? "" : [labels[index] ?? "", ...counts].join(" · ");
    this.drawing.classList.toggle("clickable", this.partAtMouse() !== undefined);
  }

  /** @returns the part of the bar under the mouse; of one series, anywhere above or below its bar */
  private partAtMouse(): string | undefined {
    const { plot } = this;
    const index = plot?.cursor.idx;
    if (!plot || index == null) return undefined;
    const { series } = this.chart;
    const [only] = series;
    if (series.length === 1) return only?.parts[index];
    const height = plot.posToVal(plot.cursor.top ?? 0, "y");
    let sum = 0;
    return series.find(({ values }) => (sum += values[index] ?? 0) >= height)?.parts[index];
  }
}

function fontOf(place: HTMLElement): string {
  return `11px ${getComputedStyle(place).fontFamily}`;
}

function legendItem({ label, style }: Series): HTMLElement {
  const mark = element("span", { class: "mark" });
  fillElement(mark, style);
  return element("li", {}, mark, label);
}
