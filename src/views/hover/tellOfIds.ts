import { commands, languages, window, type Disposable } from "vscode";
import type { Clock } from "../../base/clock";
import type { CurrentConnection } from "../../connections/activeConnection";
import type { Folders } from "../../folders/folders";
import { COMMANDS } from "../../ids";
import type { ShownFindings } from "../shownFindings";
import { Ids, type IdLink } from "./ids";

/** Characters to both sides that may belong to an id or tell that it is none; a line may have millions. */
const REACH = 200;

/** Tells of ids in all editors and terminals while somebody is signed in. */
export function tellOfIds(
  folders: Folders,
  connection: () => CurrentConnection | undefined,
  findings: ShownFindings,
  clock: Clock,
): readonly Disposable[] {
  const ids = new Ids(folders, connection, findings, clock);
  const isSignedIn = (): boolean => connection()?.signedIn === true;
  return [
    languages.registerHoverProvider("*", {
      provideHover(document, position) {
        if (!isSignedIn()) return undefined;
        const from = Math.max(0, position.character - REACH);
        const text = document.lineAt(position).text.slice(from, from + 2 * REACH);
        return ids.hover(text, from, position, document.languageId);
      },
    }),
    window.registerTerminalLinkProvider({
      provideTerminalLinks: ({ line }) => (isSignedIn() ? ids.links(line) : undefined),
      handleTerminalLink: ({ id }: IdLink) => commands.executeCommand(COMMANDS.lookUpFolder, id),
    }),
  ];
}
