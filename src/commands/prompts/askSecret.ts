import { window } from "vscode";
import { serverOf, type SavedServer } from "../../connections/savedConnection";
import type { Proof, SignedIn } from "../../connections/signIn";
import { hostInWords } from "../../oz/http/hostInWords";
import type { Services } from "../services";
import { UserError } from "../userError";
import { askText, type Question } from "./askText";

/** The access token of a service account. */
export const TOKEN = "access token";

/** What is known of an account before its secret is asked for. */
export type Account = typeof TOKEN | { readonly email: string; readonly keepPassword: boolean };

/**
 * Asks for the password or the access token until the server accepts it, and signs in.
 * @param to a connection that the user has, or the address of a new one
 * @param frame title and step of the question
 * @returns whether the user is signed in
 */
export async function askSecret(
  services: Services,
  to: SavedServer | string,
  account: Account,
  frame: Pick<Question<never>, "title" | "step" | "totalSteps">,
): Promise<boolean> {
  const isToken = account === TOKEN;
  const host = hostInWords(typeof to === "string" ? to : to.baseUrl);
  const signedIn = await askText<SignedIn>({
    ...frame,
    prompt: isToken
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
    `The secret storage of VS Code does not keep the session on ${serverOf(saved)}: you will have to sign in again after the next start.`,
  );
}

/** @throws UserError for an empty text */
export function required(text: string, what: string): string {
  if (text === "") throw new UserError(`Type ${what}.`);
  return text;
}
