import assert from "node:assert/strict";
import type { Services } from "../../../../src/commands/command";
import { addConnection } from "../../../../src/commands/connection/addConnection";
import { clearDesk, desk } from "../../../standIn/desk";
import { Installation } from "../../connections/windows";
import { closeServers, reply, serve } from "../../oz/support";

describe("addConnection", () => {
  const installation = new Installation();
  beforeEach(clearDesk);
  afterEach(async () => {
    await installation.close();
    await closeServers();
  });

  it("keeps nothing of the query of a pasted request", async () => {
    const { address, seen } = await serve((_, response) => reply(response, 200, { version: "6.0" }));
    const services = { connections: installation.window() } as unknown as Services;
    desk.typed = `${address}/oz/api/folders/?meta_data=name==Jane&search_text=Doe#Jane`;
    await addConnection(services, undefined);
    assert.deepEqual(
      seen.map(({ url }) => url),
      ["/oz/api/version"],
    );
    assert.ok(installation.lines.some((line) => line.includes("/api/version 200")));
    assert.doesNotMatch(JSON.stringify([desk.seen, seen, installation.lines]), /Jane|Doe/);
  });
});
