import { commands, languages, window, type Disposable } from "vscode";
import type { CurrentConnection } from "../connections/connectionManager";
import type { Folders } from "../folders/folders";
import type { Clock } from "../oz/clock";
import type { IdLink, Ids } from "./ids/ids";
import type { ShownFindings } from "./shownFindings";

/** Characters to both sides that may belong to an id or tell that it is none; a line may have millions. */
const REACH = 200;

/** Tells of ids in all editors and terminals while somebody is signed in. The code for it loads at the first id. */
export function tellOfIds(
  folders: Folders,
  connection: () => CurrentConnection | undefined,
  findings: ShownFindings,
  clock: Clock,
): readonly Disposable[] {
  let loading: Promise<Ids> | undefined;
  const ifAny = <T>(text: string, tell: (ids: Ids) => T | Promise<T>): Promise<T> | undefined =>
    /[\da-f]{8}-?\w{4}/i.test(text) && connection()?.signedIn
      ? (loading ??= import("./details").then(
          ({ Ids }) => new Ids(folders, connection, findings, clock),
        )).then(tell)
      : undefined;
  return [
    languages.registerHoverProvider("*", {
      provideHover(document, position) {
        const from = Math.max(0, position.character - REACH);
        const text = document.lineAt(position).text.slice(from, from + 2 * REACH);
        return ifAny(text, (ids) => ids.hover(text, from, position, document.languageId));
      },
    }),
    window.registerTerminalLinkProvider({
      provideTerminalLinks: ({ line }) => ifAny(line, (ids) => ids.links(line)),
      handleTerminalLink: ({ id }: IdLink) => commands.executeCommand("ozInspector.lookUpFolder", id),
    }),
  ];
}
