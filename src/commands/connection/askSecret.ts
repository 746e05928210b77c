import { window } from "vscode";
import { serverOf, type SavedServer } from "../../connections/savedConnection";
import type { SignInMethod, SignedIn } from "../../connections/signInToServer";
import { hostInWords } from "../../oz/http/hostInWords";
import { UserError, type Services } from "../command";
import { askText } from "../prompts/askText";
import type { QuestionFrame } from "../prompts/questionFrame";

/** An account that signs in with an access token. */
export const SERVICE_ACCOUNT = "service account";

/** An account to sign in to, without its password or access token. */
export type Account = typeof SERVICE_ACCOUNT | { readonly email: string; readonly savePassword: boolean };

/**
 * Asks for the password or the access token until the server accepts it, and signs in.
 * @param to an existing connection, or the address of a new one
 * @returns the connection that the user is signed in to; undefined if cancelled
 */
export async function askSecret(
  services: Services,
  to: SavedServer | string,
  account: Account,
  frame: QuestionFrame,
): Promise<SavedServer | undefined> {
  const host = hostInWords(typeof to === "string" ? to : to.baseUrl);
  const signedIn = await askText<SignedIn>({
    ...frame,
    prompt:
      account === SERVICE_ACCOUNT
        ? `Access token of the service account on ${host}`
        : `Password of ${account.email} on ${host}`,
    placeholder: account === SERVICE_ACCOUNT ? "Access token" : "Password",
    password: true,
    accept: (text, signal) => services.connections.signIn(to, signInMethod(account, text), signal),
  });
  if (signedIn?.sessionSaved === false) void warnSessionNotSaved(signedIn.saved);
  return signedIn?.saved;
}

/** @throws UserError for an empty text */
function signInMethod(account: Account, text: string): SignInMethod {
  if (account === SERVICE_ACCOUNT) return { accessToken: required(text.trim(), "an access token") };
  const { email, savePassword } = account;
  return { credentials: { email, password: required(text, "a password") }, savePassword };
}

async function warnSessionNotSaved(saved: SavedServer): Promise<void> {
  await window.showWarningMessage(
    `VS Code did not save the session on ${serverOf(saved)}. You will have to sign in again after a restart.`,
  );
}

/** @throws UserError for an empty text */
export function required(text: string, what: string): string {
  if (text === "") throw new UserError(`Enter ${what}.`);
  return text;
}
