import { window } from "vscode";
import { askConnection } from "../prompts/askConnection";
import type { Command } from "../services";

const REMOVE = "Remove";

/**
 * Forgets a connection and its secrets, after the user said yes.
 * @param argument its id; asked for when missing
 */
export const removeConnection: Command = async (services, argument) => {
  const { connections } = services;
  const saved =
    connections.all.find(({ id }) => id === argument) ?? (await askConnection(services, "Remove Connection"));
  if (!saved) return;
  const detail =
    saved.kind === "sandbox"
      ? "You can open a sandbox again at any time."
      : "Its session is forgotten, and its password if it was kept. Nothing changes on the server.";
  const answer = await window.showWarningMessage(`Remove ${saved.name}?`, { modal: true, detail }, REMOVE);
  if (answer === REMOVE) await connections.remove(saved.id);
};
