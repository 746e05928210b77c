// @peculiar/x509 needs it loaded first.
import "reflect-metadata";
import { KeyObject, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

/** A private key and its certificate chain in PEM, as `tls.createServer` takes them. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Signs certificates. */
export interface Signer extends Certificate {
  readonly name: string;
  readonly privateKey: webcrypto.CryptoKey;
}

/** What a server's certificate is for. */
export interface Claims {
  /** A name or an IPv4 address. */
  readonly host: string;
  /** Its validity in days from now; by default from yesterday to tomorrow. */
  readonly days?: readonly [from: number, to: number];
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const { keyCertSign, digitalSignature } = x509.KeyUsageFlags;

/**
 * Makes a certificate authority.
 * @param above the authority that signs it; by default it signs itself
 */
export async function makeAuthority(name: string, above?: Signer): Promise<Signer> {
  const extensions = [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(keyCertSign, true),
  ];
  return await make(name, extensions, above);
}

/** Makes a server certificate, self-signed unless a signer is given. */
export async function makeCertificate({ host, days }: Claims, signer?: Signer): Promise<Certificate> {
  const type = /^[\d.]+$/.test(host) ? "ip" : "dns";
  const extensions = [
    new x509.SubjectAlternativeNameExtension([{ type, value: host }]),
    new x509.KeyUsagesExtension(digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
  ];
  const { key, cert } = await make(host, extensions, signer, days);
  return { key, cert };
}

async function make(
  name: string,
  extensions: x509.Extension[],
  signer?: Signer,
  [from, to]: readonly [number, number] = [-1, 1],
): Promise<Signer> {
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: `CN=${signer?.name ?? name}`,
    notBefore: daysFromNow(from),
    notAfter: daysFromNow(to),
    signingAlgorithm: algorithm,
    publicKey,
    signingKey: signer?.privateKey ?? privateKey,
    extensions,
  });
  const key = KeyObject.from(privateKey).export({ type: "pkcs8", format: "pem" }).toString();
  return { name, privateKey, key, cert: certificate.toString("pem") };
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 3600 * 1000);
}
