import { makeAuthority, makeCertificate, type Certificate } from "./authority";

/** An authority, and what servers may have. All comes from that authority where nothing else is said. */
export interface Certificates {
  /** The authority itself, in PEM: who trusts it trusts `good`. */
  readonly authority: string;
  /** Signed by an intermediate, which the server sends too. */
  readonly good: Certificate;
  readonly selfSigned: Certificate;
  readonly expired: Certificate;
  readonly notYetValid: Certificate;
  readonly otherHost: Certificate;
  /** From an authority that nobody knows, which the server sends too. */
  readonly unknownAuthority: Certificate;
  /** As `good`, but the server keeps the intermediate to itself. */
  readonly incompleteChain: Certificate;
}

/** Makes them all anew, so that none expires in the repository and no key is kept. */
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
