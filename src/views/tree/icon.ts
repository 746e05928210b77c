import { ThemeColor, ThemeIcon } from "vscode";
import type { Presentation } from "../../status/presentation";

/** @returns the icon of a status in its colour */
export function statusIcon({ icon, color }: Presentation): ThemeIcon {
  return new ThemeIcon(icon, new ThemeColor(color));
}
