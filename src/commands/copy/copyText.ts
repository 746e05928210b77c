import { env, window } from "vscode";
import { plainText } from "../../base/plainText";

/**
 * Copies a text and says so for a moment. A text that may hold what a server sent has to be one line by then: where it
 * is pasted, a line may run.
 * @param name what was copied, in words; may quote a server
 */
export async function copyText(text: string, name: string): Promise<void> {
  // eslint-disable-next-line no-restricted-syntax -- the one place
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`Copied ${plainText(name)}`, 3000);
}
