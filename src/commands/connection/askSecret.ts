import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { serverOf, type SavedServer } from "../../connections/savedConnection";
import type { SignInMethod, SignedIn } from "../../connections/signInToServer";
import { hostInWords } from "../../oz/http/hostInWords";
import { UserError, type Services } from "../command";
import { askText } from "../prompts/askText";
import type { QuestionFrame } from "../prompts/questionFrame";

/** An account that signs in with an access token. */
export const SERVICE_ACCOUNT = "serviceAccount";

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
        ? l10n.t("Access token of the service account on {0}", host)
        : l10n.t("Password of {0} on {1}", account.email, host),
    placeholder: account === SERVICE_ACCOUNT ? l10n.t("Access token") : l10n.t("Password"),
    password: true,
    accept: (text, signal) => services.connections.signIn(to, signInMethod(account, text), signal),
  });
  if (signedIn?.sessionSaved === false) void warnSessionNotSaved(signedIn.saved);
  return signedIn?.saved;
}

/** @throws UserError for an empty text */
function signInMethod(account: Account, text: string): SignInMethod {
  if (account === SERVICE_ACCOUNT)
    return { accessToken: required(text.trim(), l10n.t("Enter an access token.")) };
  const { email, savePassword } = account;
  return { credentials: { email, password: required(text, l10n.t("Enter a password.")) }, savePassword };
}

async function warnSessionNotSaved(saved: SavedServer): Promise<void> {
  await window.showWarningMessage(
    l10n.t(
      "VS Code did not save the session on {0}. You will have to sign in again after a restart.",
      serverOf(saved),
    ),
  );
}

/**
 * @param sentence asks for the text
 * @throws UserError with that sentence for an empty text
 */
function required(text: string, sentence: string): string {
  if (text === "") throw new UserError(sentence);
  return text;
}
