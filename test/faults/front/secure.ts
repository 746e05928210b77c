import { globalAgent } from "node:https";
import type { Socket } from "node:net";
import { createSecureContext, TLSSocket, type TLSSocketOptions } from "node:tls";
import type { Certificate } from "../../authority";

/** How a server sets up its side of TLS. */
export interface Handshake extends Certificate {
  /** Whether clients need a certificate of their own. */
  readonly asksForCertificate?: boolean;
  /** The newest version of TLS that the server speaks. By default the newest of all. */
  readonly maxVersion?: "TLSv1.1";
}

/** @returns the inside of a connection that a client has just made */
export function secure(
  socket: Socket,
  { key, cert, asksForCertificate = false, maxVersion }: Handshake,
): Socket {
  const old = { minVersion: "TLSv1", maxVersion, ciphers: "DEFAULT@SECLEVEL=0" } as const;
  const options: TLSSocketOptions = {
    isServer: true,
    secureContext: createSecureContext({ key, cert, ...(maxVersion && old) }),
    requestCert: asksForCertificate,
    rejectUnauthorized: asksForCertificate,
  };
  const inner = new TLSSocket(socket, options);
  // A client that rejects the certificate leaves in the middle of the handshake.
  inner.on("error", () => socket.destroy());
  return inner;
}

/**
 * Lets this process trust an authority, as NODE_EXTRA_CA_CERTS does from the start.
 * @param authority its certificate in PEM
 * @returns ends that
 */
export function trust(authority: string): () => void {
  const trusted = (): string[] => [globalAgent.options.ca ?? []].flat() as string[];
  globalAgent.options.ca = [...trusted(), authority];
  return () => {
    const left = trusted().filter((each) => each !== authority);
    if (left.length > 0) globalAgent.options.ca = left;
    else delete globalAgent.options.ca;
  };
}
