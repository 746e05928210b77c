import { isObject, textMember } from "../../base/readJson";
import { hostOf, OzError, type OzErrorReason } from "./errors";
import { tlsSentence } from "./tlsError";
import { REPLY_TOO_LARGE } from "./transport";

const faults = {
  offline: (host: string) => `${host} cannot be reached: check your network, VPN and proxy settings.`,
  refused: (host: string) =>
    `${host} refuses the connection: check the port, and that the server is running.`,
  unknownHost: (host: string) => `There is no host ${host}: check the address for typos, and your VPN.`,
  reset: (host: string) => `${host} closed the connection before its reply was complete: try again.`,
  timeout: (host: string) => `${host} does not answer: check the address, your VPN and firewall.`,
  unreadable: (host: string) => `The reply of ${host} is too large to be read: ask for less at a time.`,
} satisfies Partial<Record<OzErrorReason, (host: string) => string>>;

const faultOf: Readonly<Record<string, keyof typeof faults>> = {
  ENETUNREACH: "offline",
  ENETDOWN: "offline",
  EHOSTUNREACH: "offline",
  EHOSTDOWN: "offline",
  EADDRNOTAVAIL: "offline",
  // The name server did not answer: without a network no name can be looked up.
  EAI_AGAIN: "offline",
  ECONNREFUSED: "refused",
  ENOTFOUND: "unknownHost",
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  ERR_STREAM_PREMATURE_CLOSE: "reset",
  ETIMEDOUT: "timeout",
  [REPLY_TOO_LARGE]: "unreadable",
};

/**
 * Turns whatever a transport rejected with into an error with a reason.
 * @param error of Node, of node-fetch or of a proxy; its code may stand in a cause, or in one of several errors
 */
export function networkError(error: unknown, origin: string): OzError {
  if (error instanceof OzError) return error;
  const host = hostOf(origin);
  const { code, text } = describe(error);
  const secure = tlsSentence(code, text, host);
  if (secure !== undefined) return new OzError("tls", secure, { origin });
  if (code.startsWith("HPE_")) {
    const sentence = `${host} does not answer in HTTP: check the port, and whether https:// is missing.`;
    return new OzError("notOzApi", sentence, { origin });
  }
  if (code.startsWith("Z_")) {
    return new OzError("unreadable", `The compressed reply of ${host} is damaged: try again.`, { origin });
  }
  const fault = faultOf[code] ?? "offline";
  return new OzError(fault, faults[fault](host), { origin });
}

/** The first code along the chain of causes. node-fetch and Happy Eyeballs each wrap errors in their own way. */
function describe(error: unknown, depth = 0): { code: string; text: string } {
  if (!isObject(error) || depth > 5) return { code: "", text: "" };
  const { cause, errors, message } = error;
  const text = typeof message === "string" ? message : "";
  const inner = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  const codes = inner.map((one) => describe(one, depth + 1)).filter(({ code }) => code !== "");
  const code = textMember(error, "code");
  return code === undefined ? (codes[0] ?? { code: "", text }) : { code, text };
}
