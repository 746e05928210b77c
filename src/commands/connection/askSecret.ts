import { window } from "vscode";
import { serverOf, type SavedServer } from "../../connections/savedConnection";
import type { Proof, SignedIn } from "../../connections/signInToServer";
import { hostInWords } from "../../oz/http/hostInWords";
import { UserError, type Services } from "../command";
import { askText, type QuestionFrame } from "../prompts/askText";

/** The account of whoever has the access token: a service account. */
export const TOKEN = "access token";

/** An account as known before its secret is entered. */
export type Account = typeof TOKEN | { readonly email: string; readonly keepPassword: boolean };

/**
 * Asks for the password or the access token until the server accepts it, and signs in.
 * @param to an existing connection, or the address of a new one
 * @returns whether the user is signed in
 */
export async function askSecret(
  services: Services,
  to: SavedServer | string,
  account: Account,
  frame: QuestionFrame,
): Promise<boolean> {
  const host = hostInWords(typeof to === "string" ? to : to.baseUrl);
  const signedIn = await askText<SignedIn>({
    ...frame,
    prompt:
      account === TOKEN
        ? `Access token of the service account on ${host}`
        : `Password of ${account.email} on ${host}`,
    password: true,
    accept: (text, signal) => services.connections.signIn(to, proofOf(account, text), signal),
  });
  if (!signedIn) return false;
  if (!signedIn.kept) void warnOfForgetting(signedIn.saved);
  return true;
}

/** @throws UserError for an empty text */
function proofOf(account: Account, text: string): Proof {
  if (account === TOKEN) return { accessToken: required(text.trim(), "an access token") };
  const { email, keepPassword } = account;
  return { credentials: { email, password: required(text, "a password") }, keepPassword };
}

async function warnOfForgetting(saved: SavedServer): Promise<void> {
  await window.showWarningMessage(
    `VS Code's secret storage did not save the session on ${serverOf(saved)}. You will have to sign in again after a restart.`,
  );
}

/** @throws UserError for an empty text */
export function required(text: string, what: string): string {
  if (text === "") throw new UserError(`Enter ${what}.`);
  return text;
}
