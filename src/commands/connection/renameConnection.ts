import { askConnection } from "../prompts/askConnection";
import { askText } from "../prompts/askText";
import type { Command } from "../services";
import { UserError } from "../userError";

/**
 * Gives a connection another name.
 * @param argument its id; asked for when missing
 */
export const renameConnection: Command = async (services, argument) => {
  const { connections } = services;
  const title = "Rename Connection";
  const saved = connections.all.find(({ id }) => id === argument) ?? (await askConnection(services, title));
  if (!saved) return;
  const name = await askText({
    title,
    prompt: `Name of ${saved.baseUrl ?? "the sandbox"}`,
    value: saved.name,
    accept: (text) => {
      const wanted = text.trim();
      if (wanted === "") throw new UserError("Type a name.");
      const isTaken = connections.all.some(({ id, name: other }) => id !== saved.id && other === wanted);
      if (isTaken) throw new UserError("Another connection has this name.");
      return wanted;
    },
  });
  if (name !== undefined) await connections.rename(saved.id, name);
};
