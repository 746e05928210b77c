import type { Act, Fault } from "./fault";

type Certificate = Extract<Act, { at: "handshake" }>["certificate"];

const CERTIFICATES: readonly (readonly [Certificate, title: string, sentence: RegExp])[] = [
  ["selfSigned", "The certificate is self-signed", / is self-signed\. Add it to /],
  ["expired", "The certificate has expired", / has expired\. Have it renewed, /],
  ["notYetValid", "The certificate is not valid yet", / is not valid yet\. Check the clock /],
  ["otherHost", "The certificate is for another host", / is for another host\. Check the address, /],
  [
    "unknownAuthority",
    "The certificate is from an unknown authority",
    / is from an authority that this computer does not trust\. /,
  ],
  [
    "incompleteChain",
    "The server does not send the intermediate certificate",
    / cannot be traced to a trusted authority\. Have the server send its whole chain\. /,
  ],
];

const NO_TLS = / does not speak TLS\. Check the port, or use http:\/\/ if the server has no HTTPS\.$/;

/** Encrypted connections that are not made. */
export const HANDSHAKE_FAULTS: readonly Fault[] = [
  ...CERTIFICATES.map(([certificate, title, sentence]): Fault => ({
    id: `tls-${certificate.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    group: "connection",
    title,
    sentence,
    reason: "tls",
    needs: "https",
    act: { at: "handshake", certificate },
  })),
  {
    id: "tls-old-version",
    group: "connection",
    title: "The server speaks no newer TLS than 1.1",
    sentence: / and VS Code have no version of TLS in common\. Have the server support TLS 1\.2 or newer\.$/,
    reason: "tls",
    needs: "https",
    act: { at: "handshake", certificate: "good", how: { maxVersion: "TLSv1.1" } },
  },
  {
    id: "tls-client-certificate",
    group: "connection",
    title: "The server asks for a certificate of the client",
    sentence: / requires a client certificate, which Oz Inspector does not send\. /,
    reason: "tls",
    needs: "https",
    act: { at: "handshake", certificate: "good", how: { asksForCertificate: true } },
  },
  {
    id: "tls-plain-port",
    group: "connection",
    title: "The port of HTTPS speaks plain HTTP",
    sentence: NO_TLS,
    reason: "tls",
    needs: "https",
    act: {
      at: "connection",
      take: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"),
    },
  },
  {
    id: "plain-tls-port",
    group: "connection",
    title: "The port of HTTP speaks TLS, and replies with its alert",
    sentence: / does not speak HTTP\. Check the port, and whether https:\/\/ is missing\.$/,
    reason: "notOzApi",
    needs: "http",
    // A fatal alert of TLS 1.2: unexpected message.
    act: { at: "connection", take: (socket) => socket.end(Buffer.from("1503030002020a", "hex")) },
  },
  {
    id: "not-http",
    group: "connection",
    title: "The port belongs to another protocol",
    sentence: / does not speak HTTP\. Check the port, and whether https:\/\/ is missing\.$/,
    reason: "notOzApi",
    needs: "http",
    act: { at: "connection", take: (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n") },
  },
];
