/** VS Code reads the trusted certificates, and Node that variable, only when they start. */
const trust = (what: string): string =>
  `add ${what} to the trusted certificates of your system, with http.systemCertificates on, or name its file in the environment variable NODE_EXTRA_CA_CERTS, and restart VS Code`;

/** What the codes of Node's TLS say, each with what the user can do; the host comes before, in `The certificate of …`. */
const certificate: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: `is self-signed: ${trust("it")}.`,
  SELF_SIGNED_CERT_IN_CHAIN: `comes from an authority that this computer does not trust: ${trust("that authority")}.`,
  // Node cannot tell which of the two it is.
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `cannot be traced to a trusted authority: have the server send its whole chain, or ${trust("its authority")}.`,
  CERT_HAS_EXPIRED: "has expired: have it renewed, and see that the clock of this computer is right.",
  CERT_NOT_YET_VALID:
    "is not valid yet: see that the clock of this computer is right, or have the certificate replaced.",
  CERT_REVOKED: "was revoked: ask whoever runs the server.",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "is made out to another host: check the address, or have the server use a certificate for this host.",
};

const sameAs: Readonly<Record<string, string>> = {
  UNABLE_TO_GET_ISSUER_CERT: "SELF_SIGNED_CERT_IN_CHAIN",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "SELF_SIGNED_CERT_IN_CHAIN",
  CERT_UNTRUSTED: "SELF_SIGNED_CERT_IN_CHAIN",
  HOSTNAME_MISMATCH: "ERR_TLS_CERT_ALTNAME_INVALID",
};

/** The other codes with which a certificate is refused, see the chapter TLS of Node's manual. */
const refused =
  /^(CERT_|CRL_|ERR_TLS_|UNABLE_TO_(GET|DECRYPT|DECODE)_|ERROR_IN_C(ERT|RL)_|INVALID_(CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$)/;

/**
 * Says what is wrong with a secure connection.
 * @param code the code of a Node error
 * @param text its message, which alone tells the two meanings of EPROTO apart
 * @returns one sentence; undefined when the error is not one of TLS
 */
export function tlsSentence(code: string, text: string, host: string): string | undefined {
  const known = certificate[sameAs[code] ?? code];
  if (known !== undefined) return `The certificate of ${host} ${known}`;
  if (/wrong.version.number/i.test(`${code} ${text}`)) {
    return `${host} does not answer in TLS: check the port, or write http:// if the server has no https.`;
  }
  if (refused.test(code)) {
    return `The certificate of ${host} was rejected (${code}): ask whoever runs the server.`;
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
    return `No secure connection to ${host} could be made (${code}): check the port and the proxy settings.`;
  }
  return undefined;
}
