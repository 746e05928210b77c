import { QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from "vscode";
import type { SavedConnection } from "../../connections/savedConnection";
import type { Services } from "../services";

/** An entry for a connection. */
export interface ConnectionItem extends QuickPickItem {
  readonly saved: SavedConnection;
}

/** @returns an entry for each connection that the user has; the one that is shown is ticked */
export function connectionItems({ connections }: Services): ConnectionItem[] {
  const { current } = connections;
  return connections.all.map((saved) => {
    const isCurrent = saved.id === current?.saved.id;
    const icon = isCurrent ? "check" : saved.kind === "sandbox" ? "beaker" : "server";
    return {
      label: saved.name,
      description: accountOf(saved, isCurrent ? current.signedIn : undefined),
      detail: saved.baseUrl ?? "Invented folders on this machine",
      iconPath: new ThemeIcon(icon),
      saved,
    };
  });
}

function accountOf(saved: SavedConnection, signedIn: boolean | undefined): string {
  if (saved.kind === "sandbox") return "";
  const account = saved.email ?? "access token";
  return (signedIn ?? saved.signedIn) ? account : `${account}, signed out`;
}

/**
 * Finds out which connection a command is meant for: the only one, or the one that the user picks.
 * @returns undefined when there is none, or the user picked none
 */
export async function askConnection(services: Services, title: string): Promise<SavedConnection | undefined> {
  const items = connectionItems(services);
  if (items.length < 2) return items[0]?.saved;
  const options = { title, placeHolder: "Which connection", matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(items, options))?.saved;
}

/** A line between groups of entries. */
export const SEPARATOR = { label: "", kind: QuickPickItemKind.Separator };
