import { themeColor } from "./dom";
import type { BarStyle } from "./model";

/** Of bars that stand for no result. */
const PLAIN: BarStyle = { color: "charts.blue", lines: [] };

/** Pixels from one line to the next, as in page.css. */
const DISTANCE = 6;

/** Fills an element, which then follows the theme by itself. */
export function fillElement(bar: HTMLElement, { color, lines }: BarStyle = PLAIN): void {
  bar.style.backgroundColor = `var(--vscode-${color.replaceAll(".", "-")},var(--vscode-foreground))`;
  bar.classList.add(...lines);
}

/** @returns what fills the same bar on a canvas, in the colours that the theme has now */
export function canvasFill({ color, lines }: BarStyle = PLAIN): string | CanvasPattern {
  const fill = themeColor(color) ?? themeColor("foreground") ?? "gray";
  const size = DISTANCE * devicePixelRatio;
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const context = tile.getContext("2d");
  if (lines.length === 0 || !context) return fill;
  context.fillStyle = fill;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = themeColor("editor.background") ?? "transparent";
  context.lineWidth = devicePixelRatio;
  for (const line of lines) {
    // Slanting lines reach into the corners of the neighbouring tiles.
    for (const at of [-size, 0, size]) {
      const middle = at + size / 2;
      context.beginPath();
      if (line === "level") drawLine(context, [0, middle], [size, middle]);
      else if (line === "upright") drawLine(context, [middle, 0], [middle, size]);
      else if (line === "rising") drawLine(context, [at, size], [at + size, 0]);
      else drawLine(context, [at, 0], [at + size, size]);
    }
  }
  return context.createPattern(tile, "repeat") ?? fill;
}

type Point = readonly [x: number, y: number];

function drawLine(context: CanvasRenderingContext2D, from: Point, to: Point): void {
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}
