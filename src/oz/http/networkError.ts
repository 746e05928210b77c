import { maxHeaderSize } from "node:http";
import * as l10n from "@vscode/l10n";
import { MAX_BYTES } from "../../base/limits";
import { isObject, textMember } from "../../base/readJson";
import { hostOf } from "./hostInWords";
import { OzError, tooLarge, type OzErrorReason } from "./ozError";
import { REPLY_TOO_LARGE } from "./transport";

const FAULTS = {
  offline: (host: string) =>
    l10n.t("{0} cannot be reached. Check your network, VPN and proxy settings.", host),
  refused: (host: string) =>
    l10n.t("{0} refused the connection. Check the port, and that the server is running.", host),
  unknownHost: (host: string) =>
    l10n.t("The host {0} cannot be found. Check the address for typos, and your VPN.", host),
  reset: (host: string) => l10n.t("{0} closed the connection without a complete reply. Try again.", host),
  timeout: (host: string) => l10n.t("{0} does not respond. Check the address, your VPN and firewall.", host),
} satisfies Partial<Record<OzErrorReason, (host: string) => string>>;

const FAULT_OF_CODE: Readonly<Record<string, keyof typeof FAULTS>> = {
  ENETUNREACH: "offline",
  ENETDOWN: "offline",
  EHOSTUNREACH: "offline",
  EHOSTDOWN: "offline",
  EADDRNOTAVAIL: "offline",
  // The name server did not respond, as when there is no network.
  EAI_AGAIN: "offline",
  ECONNREFUSED: "refused",
  ENOTFOUND: "unknownHost",
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  ERR_STREAM_PREMATURE_CLOSE: "reset",
  ETIMEDOUT: "timeout",
};

/**
 * What is wrong with the certificate of a host, by the codes of Node's TLS. Mentions a restart, because VS Code and Node read
 * certificates only when they start.
 */
const CERTIFICATE_FAULTS: Readonly<Record<string, (host: string) => string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: (host) =>
    l10n.t(
      "The certificate of {0} is self-signed. Add it to your system's trusted certificates, with http.systemCertificates on, or set the environment variable NODE_EXTRA_CA_CERTS to its file, and restart VS Code.",
      host,
    ),
  SELF_SIGNED_CERT_IN_CHAIN: (host) =>
    l10n.t(
      "The certificate of {0} is from an authority that this computer does not trust. Add that authority to your system's trusted certificates, with http.systemCertificates on, or set the environment variable NODE_EXTRA_CA_CERTS to its file, and restart VS Code.",
      host,
    ),
  // Node does not tell whether the chain is incomplete or its root untrusted.
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: (host) =>
    l10n.t(
      "The certificate of {0} cannot be traced to a trusted authority. Have the server send its whole chain. If it does, add its authority to your system's trusted certificates, with http.systemCertificates on, or set the environment variable NODE_EXTRA_CA_CERTS to its file, and restart VS Code.",
      host,
    ),
  CERT_HAS_EXPIRED: (host) =>
    l10n.t(
      "The certificate of {0} has expired. Have it renewed, and check the clock of this computer.",
      host,
    ),
  CERT_NOT_YET_VALID: (host) =>
    l10n.t(
      "The certificate of {0} is not valid yet. Check the clock of this computer, or have the certificate replaced.",
      host,
    ),
  CERT_REVOKED: (host) => l10n.t("The certificate of {0} was revoked. Ask the server's administrator.", host),
  ERR_TLS_CERT_ALTNAME_INVALID: (host) =>
    l10n.t(
      "The certificate of {0} is for another host. Check the address, or have the server use a certificate for this host.",
      host,
    ),
};

const SYNONYMS: Readonly<Record<string, string>> = {
  UNABLE_TO_GET_ISSUER_CERT: "SELF_SIGNED_CERT_IN_CHAIN",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "SELF_SIGNED_CERT_IN_CHAIN",
  CERT_UNTRUSTED: "SELF_SIGNED_CERT_IN_CHAIN",
  HOSTNAME_MISMATCH: "ERR_TLS_CERT_ALTNAME_INVALID",
};

/** The other codes for a rejected certificate, from the TLS chapter of Node's documentation. */
const REJECTED =
  /^(CERT_|CRL_|ERR_TLS_|UNABLE_TO_(GET|DECRYPT|DECODE)_|ERROR_IN_C(ERT|RL)_|INVALID_(CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$)/;

/**
 * Turns whatever a transport rejected with into an error with a reason.
 * @param error from Node, node-fetch or a proxy; its code may be in its `cause`, or in one of its `errors`
 */
export function networkError(error: unknown, origin: string): OzError {
  if (error instanceof OzError) return error;
  const host = hostOf(origin);
  const { code, text } = describe(error);
  const tls = tlsSentence(code, text, host);
  if (tls !== undefined) return new OzError("tls", tls, { origin });
  if (code === "HPE_INVALID_CONSTANT") {
    const message = l10n.t("{0} does not speak HTTP. Check the port, and whether https:// is missing.", host);
    return new OzError("notOzApi", message, { origin });
  }
  if (code.startsWith("HPE_")) return new OzError("unreadable", parserSentence(code, host), { origin });
  if (code.startsWith("Z_")) {
    const message = l10n.t("The compressed reply from {0} is damaged. Try again.", host);
    return new OzError("unreadable", message, { origin });
  }
  if (code === REPLY_TOO_LARGE) return tooLarge(l10n.t("{0} MB", MAX_BYTES / 1024 / 1024), { origin });
  const fault = FAULT_OF_CODE[code] ?? "offline";
  return new OzError(fault, FAULTS[fault](host), { origin });
}

/** @param code of Node's HTTP parser, for a reply that begins as HTTP */
function parserSentence(code: string, host: string): string {
  return code === "HPE_HEADER_OVERFLOW"
    ? l10n.t(
        "The reply from {0} has more than {1} KB of headers, which is too much. Have the server, or the proxy in front of it, send less.",
        host,
        maxHeaderSize / 1024,
      )
    : l10n.t(
        "The reply from {0} breaks the rules of HTTP ({1}). Ask the administrator of the server, or of the proxy in front of it.",
        host,
        code,
      );
}

/** Finds the first code among the causes: node-fetch and Happy Eyeballs each wrap errors in their own way. */
function describe(error: unknown, depth = 0): { code: string; text: string } {
  if (!isObject(error) || depth > 5) return { code: "", text: "" };
  const { cause, errors, message } = error;
  const text = typeof message === "string" ? message : "";
  const inner = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  const codes = inner.map((one) => describe(one, depth + 1)).filter(({ code }) => code !== "");
  const code = textMember(error, "code");
  return code === undefined ? (codes[0] ?? { code: "", text }) : { code, text };
}

/**
 * @param code of a Node error
 * @param text its message, the only way to tell the meanings of EPROTO apart
 * @returns what is wrong with a secure connection; undefined if the error is not about TLS
 */
function tlsSentence(code: string, text: string, host: string): string | undefined {
  const known = CERTIFICATE_FAULTS[SYNONYMS[code] ?? code];
  if (known !== undefined) return known(host);
  const all = `${code} ${text}`;
  if (/wrong.version.number/i.test(all)) {
    return l10n.t("{0} does not speak TLS. Check the port, or use http:// if the server has no HTTPS.", host);
  }
  if (/alert.protocol.version|unsupported.protocol/i.test(all)) {
    return l10n.t(
      "{0} and VS Code have no version of TLS in common. Have the server support TLS 1.2 or newer.",
      host,
    );
  }
  if (/alert.certificate.required/i.test(all)) {
    return l10n.t(
      "{0} requires a client certificate, which Oz Inspector does not send. Use an address that works without one.",
      host,
    );
  }
  if (REJECTED.test(code)) {
    return l10n.t("The certificate of {0} was rejected ({1}). Ask the server's administrator.", host, code);
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
    return l10n.t(
      "A secure connection to {0} failed ({1}). Check the port and the proxy settings.",
      host,
      code,
    );
  }
  return undefined;
}
