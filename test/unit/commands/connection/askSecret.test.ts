import assert from "node:assert/strict";
import type { Services } from "../../../../src/commands/command";
import { askSecret, SERVICE_ACCOUNT } from "../../../../src/commands/connection/askSecret";
import { clearDesk, desk } from "../../../standIn/desk";
import { Installation } from "../../connections/windows";
import { closeServers, fault, reply, serve } from "../../oz/support";

describe("askSecret", () => {
  const installation = new Installation();
  beforeEach(clearDesk);
  afterEach(async () => {
    await installation.close();
    await closeServers();
  });

  for (const account of [SERVICE_ACCOUNT, { email: "me@oz.example", savePassword: false }] as const) {
    const what = account === SERVICE_ACCOUNT ? "an access token" : "a password";
    it(`does not ask for ${what} again if the server has no sign-in`, async () => {
      const { address, seen } = await serve((_, response) => reply(response, 404, fault(10)));
      const connections = installation.window();
      desk.typed = "s3cret";
      const services = { connections } as unknown as Services;
      await assert.rejects(askSecret(services, address, account, { title: "Sign In" }), {
        reason: "noSignIn",
      });
      assert.equal(seen.length, 1);
      assert.deepEqual(connections.all, []);
    });
  }
});
