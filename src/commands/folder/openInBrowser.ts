import { env, type Uri } from "vscode";

/** Opens an address in the browser, which gets nothing but the address. */
export async function openInBrowser({ href }: URL): Promise<void> {
  // A text stays as it is. Out of a Uri it comes written otherwise, and then signed links open no more.
  await env.openExternal(href as unknown as Uri);
}
