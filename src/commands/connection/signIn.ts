import { askSecret, TOKEN, type Account } from "../prompts/askSecret";
import type { Command } from "../services";
import { addConnection } from "./addConnection";

/** Signs in to the connection that is shown: all but the secret is known. Without one, asks for a server first. */
export const signIn: Command = async (services) => {
  const saved = services.connections.current?.saved;
  if (saved?.kind !== "server") return addConnection(services, undefined);
  const { name, email, keepsPassword: keepPassword } = saved;
  const account: Account = email === undefined ? TOKEN : { email, keepPassword };
  if (await askSecret(services, saved, account, { title: `Sign In to ${name}` }))
    await services.views.list.focus();
};
