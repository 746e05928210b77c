import type { OzErrorReason } from "../../oz/http/errors";

/** Why the server cannot be read, short enough for a row of a narrow sidebar. The error's message says more. */
export const REASON_TEXTS: Readonly<Record<OzErrorReason, string>> = {
  offline: "Server not reachable",
  refused: "Connection refused",
  unknownHost: "Host not found",
  reset: "Connection broke off",
  tls: "No secure connection",
  timeout: "No answer in time",
  cancelled: "Cancelled",
  signInNeeded: "Sign in again",
  credentialsRefused: "Sign-in refused",
  forbidden: "Access denied",
  notFound: "Not found",
  notOzApi: "Not an Oz API",
  tooManyRequests: "Too many requests",
  serverError: "Server error",
  badRequest: "Request refused",
  unreadable: "Reply not readable",
};
