import * as l10n from "@vscode/l10n";
import { window, type ThemeIcon } from "vscode";

/** @returns what the user picked, none for no condition; undefined if cancelled */
export async function pickSome<T>(
  title: string,
  all: readonly T[],
  current: readonly T[] | undefined,
  labelOf: (one: T) => string,
  iconOf?: (one: T) => ThemeIcon,
): Promise<readonly T[] | undefined> {
  const items = all.map((one) => ({
    label: labelOf(one),
    iconPath: iconOf?.(one),
    picked: current?.includes(one) ?? false,
    one,
  }));
  const placeHolder = l10n.t("Select any; leave empty for all");
  const picked = await window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return picked?.map(({ one }) => one);
}
