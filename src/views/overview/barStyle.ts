import { present } from "../../status/presentation";
import type { Status } from "../../status/status";
import type { BarStyle } from "./page/model";

/** In place of the shapes that icons have: some results share a colour, and not everyone can tell the others apart. */
const LINES: Readonly<Record<Status, BarStyle["lines"]>> = {
  INITIAL: [],
  PROCESSING: ["level"],
  FAILED: ["rising", "falling"],
  FINISHED: ["upright"],
  DECLINED: ["rising"],
  OPERATOR_REQUIRED: ["falling"],
  SUCCESS: [],
  UNKNOWN: ["level", "upright"],
};

/** @returns how the bar of a result looks: in the colour of its icon */
export function barStyle(status: Status): BarStyle {
  return { color: present(status).color, lines: LINES[status] };
}
