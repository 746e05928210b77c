import type { Command } from "../services";

/** Signs out of the connection that is shown, in all windows. */
export const signOut: Command = async ({ connections }) => {
  const id = connections.current?.saved.id;
  if (id !== undefined) await connections.signOut(id);
};
