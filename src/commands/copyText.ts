import { env, window } from "vscode";

/**
 * Copies a text and says so for a moment.
 * @param name what was copied, in words
 */
export async function copyText(text: string, name: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`Copied ${name}`, 3000);
}
