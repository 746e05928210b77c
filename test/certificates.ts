import { makeAuthority, makeCertificate, type Certificate } from "./authority";

/** A certificate authority, and server certificates that it issued unless said otherwise. */
export interface Certificates {
  /** The authority's own certificate, in PEM: trusting it makes `good` trusted. */
  readonly authority: string;
  /** Signed by an intermediate, which the server also sends. */
  readonly good: Certificate;
  readonly selfSigned: Certificate;
  readonly expired: Certificate;
  readonly notYetValid: Certificate;
  readonly otherHost: Certificate;
  /** From an unknown authority, whose certificate the server also sends. */
  readonly unknownAuthority: Certificate;
  /** Like `good`, but the server does not send the intermediate. */
  readonly incompleteChain: Certificate;
}

/** Makes new ones each time, so that none expires in the repository and no key is committed. */
export async function makeCertificates(host: string): Promise<Certificates> {
  const authority = await makeAuthority("Test Authority");
  const intermediate = await makeAuthority("Test Intermediate", authority);
  const stranger = await makeAuthority("Unknown Authority");
  const alone = await makeCertificate({ host }, intermediate);
  return {
    authority: authority.cert,
    good: withChain(alone, intermediate),
    selfSigned: await makeCertificate({ host }),
    expired: await makeCertificate({ host, days: [-30, -1] }, authority),
    notYetValid: await makeCertificate({ host, days: [1, 30] }, authority),
    otherHost: await makeCertificate({ host: "elsewhere.example.test" }, authority),
    unknownAuthority: withChain(await makeCertificate({ host }, stranger), stranger),
    incompleteChain: alone,
  };
}

function withChain({ key, cert }: Certificate, above: Certificate): Certificate {
  return { key, cert: `${cert}\n${above.cert}` };
}
