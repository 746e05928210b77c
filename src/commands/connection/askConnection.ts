import * as l10n from "@vscode/l10n";
import { ThemeIcon, type QuickPickItem } from "vscode";
import type { SavedConnection } from "../../connections/savedConnection";
import { markInWords } from "../../views/text/connectionText";
import type { Services } from "../command";
import { askPick } from "../prompts/askPick";

/**
 * Starts at the connection that this window shows.
 * @returns the only connection, or the one that the user picks; undefined if there is none, or none was picked
 */
export async function askConnection(services: Services, title: string): Promise<SavedConnection | undefined> {
  const items = connectionItems(services);
  if (items.length < 2) return items[0]?.saved;
  const current = items.find(({ saved }) => saved.id === services.connections.current?.saved.id);
  return askPick<ConnectionItem, SavedConnection>({
    title,
    placeholder: l10n.t("Choose a connection"),
    items,
    ...(current && { active: current }),
    choiceOf: ({ saved }) => saved,
  });
}

interface ConnectionItem extends QuickPickItem {
  readonly saved: SavedConnection;
}

/** Lists the connections; the one that this window shows has a check mark. */
export function connectionItems({ connections }: Services): ConnectionItem[] {
  const { current } = connections;
  return connections.all.map((saved) => {
    const isCurrent = saved.id === current?.saved.id;
    const icon = isCurrent ? "check" : saved.kind === "sandbox" ? "beaker" : "server";
    return {
      label: saved.name,
      description: [markInWords(saved), accountOf(saved, isCurrent ? current.signedIn : undefined)]
        .filter((words) => words !== "")
        .join(" · "),
      detail: saved.baseUrl ?? l10n.t("Sample data on this machine"),
      iconPath: new ThemeIcon(icon),
      saved,
    };
  });
}

/** @param signedIn as this window knows it; undefined for the saved state */
function accountOf(saved: SavedConnection, signedIn: boolean | undefined): string {
  if (saved.kind === "sandbox") return "";
  const account =
    saved.email ??
    l10n.t({ message: "access token", comment: "How a connection signs in, where others have an email" });
  return (signedIn ?? saved.signedIn)
    ? account
    : l10n.t({ message: "{0}, signed out", args: [account], comment: "{0} is an email or “access token”" });
}
