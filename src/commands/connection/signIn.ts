import * as l10n from "@vscode/l10n";
import { connectionInWords } from "../../views/text/connectionText";
import type { Command } from "../command";
import { addConnection } from "./addConnection";
import { askSecret, SERVICE_ACCOUNT, type Account } from "./askSecret";

/** Signs in to the current connection, asking only for the password or access token; adds a connection if there is none. */
export const signIn: Command = async (services) => {
  const saved = services.connections.current?.saved;
  if (saved?.kind !== "server") return addConnection(services, undefined);
  const { email, savesPassword: savePassword } = saved;
  const account: Account = email === undefined ? SERVICE_ACCOUNT : { email, savePassword };
  const title = l10n.t("Sign In to {0}", connectionInWords(saved));
  if (await askSecret(services, saved, account, { title })) await services.list.focus();
};

/** Signs out of the current connection, in all windows. */
export const signOut: Command = async ({ connections }) => {
  const id = connections.current?.saved.id;
  if (id !== undefined) await connections.signOut(id);
};
