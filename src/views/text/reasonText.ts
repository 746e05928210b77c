import * as l10n from "@vscode/l10n";
import type { OzError, OzErrorReason } from "../../oz/http/ozError";

const REASON_TEXTS: Readonly<Record<OzErrorReason, () => string>> = {
  offline: () => l10n.t("Server unreachable"),
  refused: () => l10n.t("Connection refused"),
  unknownHost: () => l10n.t("Host not found"),
  reset: () => l10n.t("Connection closed"),
  tls: () => l10n.t("No secure connection"),
  timeout: () => l10n.t("Timed out"),
  proxySignIn: () => l10n.t("Proxy sign-in needed"),
  networkSignIn: () => l10n.t("Sign in to network"),
  cancelled: () => l10n.t("Cancelled"),
  signInNeeded: () => l10n.t("Sign in again"),
  secretStorage: () => l10n.t("Secret storage failed"),
  invalidAddress: () => l10n.t("Invalid address"),
  outdatedWindow: () => l10n.t("Reload the window"),
  credentialsRefused: () => l10n.t("Sign-in refused"),
  noSignIn: () => l10n.t("Sign-in not found"),
  forbidden: () => l10n.t("Access denied"),
  notFound: () => l10n.t("Not found"),
  noSuchPath: () => l10n.t("Not on this server"),
  notOzApi: () => l10n.t("Unexpected reply"),
  tooManyRequests: () => l10n.t("Rate limited"),
  serverError: () => l10n.t("Server error"),
  badRequest: () => l10n.t("Request refused"),
  unreadable: () => l10n.t("Unreadable reply"),
};

/** @returns why the server cannot be read, short enough for a narrow row. The error's message says more */
export function reasonText({ reason }: OzError): string {
  return REASON_TEXTS[reason]();
}

/** @returns why the list of folders cannot be read, as short */
export function listReason(error: OzError): string {
  return error.reason === "noSuchPath" ? l10n.t("No folder list here") : reasonText(error);
}
