import type { OzError, OzErrorReason } from "../../oz/http/ozError";

/** Why the server cannot be read, short enough for a narrow row. The error's message says more. */
export const REASON_TEXTS: Readonly<Record<OzErrorReason, string>> = {
  offline: "Server unreachable",
  refused: "Connection refused",
  unknownHost: "Host not found",
  reset: "Connection closed",
  tls: "No secure connection",
  timeout: "Timed out",
  proxySignIn: "Proxy sign-in needed",
  networkSignIn: "Sign in to network",
  cancelled: "Cancelled",
  signInNeeded: "Sign in again",
  secretStorage: "Secret storage failed",
  invalidAddress: "Invalid address",
  outdatedWindow: "Reload the window",
  credentialsRefused: "Sign-in refused",
  noSignIn: "Sign-in not found",
  forbidden: "Access denied",
  notFound: "Not found",
  noSuchPath: "Not on this server",
  notOzApi: "Unexpected reply",
  tooManyRequests: "Rate limited",
  serverError: "Server error",
  badRequest: "Request refused",
  unreadable: "Unreadable reply",
};

/** @returns why the list of folders cannot be read, as short */
export function listReason({ reason }: OzError): string {
  return reason === "noSuchPath" ? "No folder list here" : REASON_TEXTS[reason];
}
