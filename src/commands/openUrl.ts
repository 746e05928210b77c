import { env, type Uri } from "vscode";

/** Gives the browser the URL and nothing else. */
export async function openUrl({ href }: URL): Promise<void> {
  // A Uri would encode the URL differently, which breaks signed links; VS Code takes a string as it is.
  await env.openExternal(href as unknown as Uri);
}
