import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { makeCertificates } from "../certificates";
import { startFront, type Front } from "../faults/front/front";
import { faultOf } from "../unit/faults/fronts";
import { makeTemporary, removeTemporary } from "../vscode/temporary";
import { startBystander } from "./bystander";
import { startProxy, type Proxy } from "./proxy";
import { startTestSandbox, type TestSandbox } from "./server";
import { removeConnections, signIn } from "./signIn";
import { openWorkbench } from "./workbench/open";
import type { Workbench } from "./workbench/workbench";

/** This host does not exist: only the proxy can reach it. */
const HOST = "oz.example.test";

describe("behind a proxy", () => {
  let folder: string;
  let sandbox: TestSandbox;
  /** The server that the proxy reaches as that host. */
  let server: Front;
  let proxy: Proxy;
  let workbench: Workbench;
  before(async () => {
    const certificates = await makeCertificates(HOST);
    folder = await makeTemporary();
    const authority = path.join(folder, "authority.pem");
    await writeFile(authority, certificates.authority);
    sandbox = await startTestSandbox({ folders: 300 });
    server = await startFront(sandbox.address, { certificates });
    proxy = await startProxy();
    workbench = await openWorkbench({
      settings: {
        "http.proxy": proxy.address,
        // Users turn this off for their proxy; our requests must check certificates all the same.
        "http.proxyStrictSSL": false,
        // The Node of VS Code 1.100 drops NODE_EXTRA_CA_CERTS when it adds the system's certificates.
        "http.systemCertificates": process.env.TEST_UI !== "minimum",
      },
      env: { NODE_EXTRA_CA_CERTS: authority, no_proxy: "127.0.0.3" },
    });
    await workbench.openContainer("Oz Inspector");
  });
  beforeEach(async () => {
    proxy.asked.length = 0;
    proxy.login = undefined;
    proxy.tunnels.set(`${HOST}:443`, Number(new URL(server.address).port));
    server.fault = undefined;
    await workbench.resetSettings();
  });
  after(async () => {
    await workbench.close();
    await proxy.close();
    await server.close();
    await sandbox.close();
    await removeTemporary(folder);
  });

  /** Types an address that is rejected; returns the sentence that says why. */
  async function refusal(address: string, screenshot?: string): Promise<string> {
    const { quickInput } = workbench;
    await workbench.view("ozInspector.folders").pressWelcome("Sign In");
    await quickInput.waitFor("the address prompt", ({ message }) => message.includes("Address"));
    await quickInput.answer(address);
    const { message } = await quickInput.waitFor(
      "the validation message",
      ({ severity }) => severity === "error",
    );
    if (screenshot !== undefined) await workbench.screenshot(screenshot);
    await quickInput.cancel();
    return message;
  }

  /** Requests for a host that reached the proxy; VS Code itself requests other hosts. */
  const asked = (host: string): string[] => proxy.asked.filter((line) => line.includes(host));

  it("says how to trust a self-signed certificate", async () => {
    server.fault = faultOf("tls-self-signed");
    const sentence = await refusal(`https://${HOST}`, "bad-certificate");
    assert.match(sentence, /^The certificate of oz\.example\.test is self-signed\. .*NODE_EXTRA_CA_CERTS/);
    assert.deepEqual(asked(HOST), [`CONNECT ${HOST}:443`]);
  });

  it("bypasses the proxy for hosts in http.noProxy and no_proxy, and uses it for others", async () => {
    const named = await startBystander("127.0.0.2");
    const inEnvironment = await startBystander("127.0.0.3");
    try {
      assert.match(await refusal(named.address), / replied with /);
      assert.equal(named.asked.length, 1);
      assert.deepEqual(asked("127.0.0.2"), [`GET ${named.address}${named.asked[0]}`]);

      assert.match(await refusal(inEnvironment.address), / replied with /);
      assert.equal(inEnvironment.asked.length, 1);
      assert.deepEqual(asked("127.0.0.3"), []);

      await workbench.changeSettings({ "http.noProxy": ["127.0.0.2"] });
      assert.match(await refusal(named.address), / replied with /);
      assert.equal(named.asked.length, 2);
      assert.equal(asked("127.0.0.2").length, 1, "the proxy gets no second request");
    } finally {
      await named.close();
      await inEnvironment.close();
    }
  });

  it("uses the proxy whatever http.proxySupport is, but for off", async () => {
    const server = await startBystander("127.0.0.2");
    try {
      for (const [index, support] of ["on", "fallback", "off"].entries()) {
        await workbench.changeSettings({ "http.proxySupport": support });
        assert.match(await refusal(server.address), / replied with /);
        assert.equal(server.asked.length, index + 1);
        assert.equal(asked("127.0.0.2").length, Math.min(index + 1, 2), support);
      }
    } finally {
      await server.close();
    }
  });

  it("says when the proxy requires a login or cannot be reached", async () => {
    proxy.login = "somebody:secret";
    assert.match(
      await refusal(`https://${HOST}`),
      /^The proxy in front of oz\.example\.test requires you to sign in/,
    );
    await workbench.changeSettings({ "http.proxy": "http://127.0.0.1:1" });
    assert.match(
      await refusal(`https://${HOST}`),
      /^oz\.example\.test cannot be reached\. .* proxy settings\.$/,
    );
  });

  it("signs in through the proxy, which learns only the host", async () => {
    proxy.login = "somebody:secret";
    await workbench.changeSettings({ "http.proxy": proxy.address.replace("//", `//${proxy.login}@`) });
    await signIn(workbench, `https://${HOST}`);
    await workbench.view("ozInspector.folders").tree.waitFor("folders", (rows) => rows.length > 10);
    await workbench.screenshot("through-proxy");
    assert.deepEqual([...new Set(asked(HOST))], [`CONNECT ${HOST}:443`]);
    const { email, password, accessToken } = SANDBOX_ACCOUNT;
    for (const secret of [email, password, accessToken, "x-forensic-access-token"]) {
      assert.ok(!proxy.heard().includes(secret), secret);
    }
    await removeConnections(workbench);
  });
});
