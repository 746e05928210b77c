import { Uri, window } from "vscode";

/**
 * @param argument of a command that also acts on the document in front
 * @returns the address of the document that is meant: a link or a menu names it, the Command Palette means the one in
 * front; undefined if something else is meant
 */
export function documentMeant(argument: unknown): Uri | undefined {
  if (argument === undefined) return window.activeTextEditor?.document.uri;
  return argument instanceof Uri ? argument : undefined;
}
