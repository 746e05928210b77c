import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { makeCertificates, type Certificates } from "../../../certificates";
import { makeTemporary, removeTemporary } from "../../../vscode/temporary";
import { closeServers, reply, serve, type TestServer } from "../support";
import { ask, type Outcome } from "./askServers";

type Kind = Exclude<keyof Certificates, "authority">;

const trustIt =
  /your system's trusted certificates, with http\.systemCertificates on.* NODE_EXTRA_CA_CERTS.* restart VS Code\.$/;

/** What is said of a server whose authority is trusted, but which has a bad certificate all the same. */
const sentences: Readonly<Record<Exclude<Kind, "good">, readonly RegExp[]>> = {
  selfSigned: [/is self-signed\. Add it to/, trustIt],
  expired: [/has expired\. Have it renewed, .*clock/],
  notYetValid: [/is not valid yet\. .*clock/],
  otherHost: [/is for another host\. Check the address/],
  unknownAuthority: [/an authority that this computer does not trust\. Add that authority to/, trustIt],
  incompleteChain: [/Have the server send its whole chain\. If it does, add its authority to/, trustIt],
};
const bad = Object.keys(sentences) as (keyof typeof sentences)[];

describe("a server's certificate", () => {
  let certificates: Certificates;
  before(async () => {
    certificates = await makeCertificates("127.0.0.1");
  });
  afterEach(closeServers);

  const start = (kind: Kind): Promise<TestServer> =>
    serve((_, response) => reply(response, 200, {}), certificates[kind]);

  function assertRefused(
    outcome: Outcome,
    { address, seen }: TestServer,
  ): asserts outcome is { message: string } {
    assert.equal(outcome.reason, "tls");
    const beginning = `The certificate of ${new URL(address).host} `;
    assert.equal(outcome.message?.slice(0, beginning.length), beginning);
    assert.deepEqual(seen, [], "nothing is sent, so no token either");
  }

  for (const kind of ["good", ...bad] as const) {
    it(`gets no request if its authority is not trusted: ${kind}`, async () => {
      const server = await start(kind);
      assertRefused(await ask(server.address), server);
    });
  }

  it("is accepted only from an authority in NODE_EXTRA_CA_CERTS", async () => {
    const good = await start("good");
    const others = await Promise.all(bad.map(start));
    const servers = [good, ...others];
    const [answered, ...refused] = await askTrusting(
      certificates.authority,
      servers.map(({ address }) => address),
    );
    assert.deepEqual(answered, { status: 200 });
    assert.equal(good.seen[0]?.token, "access-1");
    for (const [index, kind] of bad.entries()) {
      const outcome = refused[index]!;
      assertRefused(outcome, others[index]!);
      for (const sentence of sentences[kind]) assert.match(outcome.message, sentence);
    }
  });
});

async function askTrusting(authority: string, addresses: readonly string[]): Promise<Outcome[]> {
  const folder = await makeTemporary();
  try {
    const file = path.join(folder, "authority.pem");
    await writeFile(file, authority);
    const script = path.join(import.meta.dirname, "askServers.ts");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", script, ...addresses],
      {
        env: { ...process.env, NODE_EXTRA_CA_CERTS: file },
      },
    );
    return JSON.parse(stdout) as Outcome[];
  } finally {
    await removeTemporary(folder);
  }
}
