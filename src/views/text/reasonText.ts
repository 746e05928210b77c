import type { OzErrorReason } from "../../oz/http/ozError";

/** Why the server cannot be read, short enough for a narrow row. The error's message says more. */
export const REASON_TEXTS: Readonly<Record<OzErrorReason, string>> = {
  offline: "Server unreachable",
  refused: "Connection refused",
  unknownHost: "Host not found",
  reset: "Connection closed",
  tls: "No secure connection",
  timeout: "Timed out",
  cancelled: "Cancelled",
  signInNeeded: "Sign in again",
  credentialsRefused: "Sign-in refused",
  forbidden: "Access denied",
  notFound: "Not found",
  notOzApi: "Not an Oz API",
  tooManyRequests: "Too many requests",
  serverError: "Server error",
  badRequest: "Request refused",
  unreadable: "Unreadable reply",
};
