import { window, type ThemeIcon } from "vscode";
import { present } from "../../status/presentation";
import type { Status } from "../../status/status";
import { themeIcon } from "../../views/tree/treeNode";

/**
 * Lets the user tick some of a list.
 * @param labelOf how each is called
 * @returns undefined when the user closed the list, which changes nothing; none ticked means any
 */
export async function askSome<T>(
  title: string,
  all: readonly T[],
  ticked: readonly T[] | undefined,
  labelOf: (one: T) => string,
  iconOf?: (one: T) => ThemeIcon,
): Promise<readonly T[] | undefined> {
  const items = all.map((one) => {
    const picked = ticked?.includes(one) ?? false;
    return { label: labelOf(one), iconPath: iconOf?.(one), picked, one };
  });
  const placeHolder = "Select any; leave empty for all";
  const picked = await window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return picked?.map(({ one }) => one);
}

/** Lets the user tick some statuses, see `askSome`. */
export function askStatuses(
  title: string,
  all: readonly Status[],
  ticked: readonly Status[] | undefined,
): Promise<readonly Status[] | undefined> {
  const iconOf = (status: Status): ThemeIcon => themeIcon(present(status));
  return askSome(title, all, ticked, (status) => present(status).label, iconOf);
}
