import type { Status } from "../../status/status";

/**
 * IDs of colours for bars. Those of the icons would not do: bars have no shape that tells two reds apart, and themes with
 * high contrast lack some of them. All are opaque: bars stand on others.
 */
const COLORS: Readonly<Record<Status, string>> = {
  INITIAL: "terminal.ansiBrightBlack",
  PROCESSING: "charts.blue",
  FAILED: "terminal.ansiMagenta",
  FINISHED: "charts.foreground",
  DECLINED: "charts.red",
  OPERATOR_REQUIRED: "charts.yellow",
  SUCCESS: "charts.green",
  UNKNOWN: "terminal.ansiCyan",
};

/** @returns the ID of a colour that VS Code registers in all kinds of themes */
export function barColor(status: Status): string {
  return COLORS[status];
}
