import assert from "node:assert/strict";
import { clientOf, closeServers, errorOf, reply, serve } from "../support";

/** What else can be found at an address, and how the user is told. */
const OTHERS = [
  [200, "<!doctype html><html><title>\n  Sign in · Grafana </title>", "a web page, “Sign in · Grafana”,"],
  [200, '<HTML>İİ<TITLE lang="tr">İzmir</Title><title>second</title>', "a web page, “İzmir”,"],
  [200, "<title>never ended", "a web page"],
  [200, "<title", "a web page"],
  [200, "<p>no title</title>", "a web page"],
  [200, "<html><h1>Welcome to nginx!</h1></html>", "a web page"],
  [404, "404 page not found", "status 404 and plain text"],
  [404, { error: "no route" }, "status 404 and other JSON"],
  [404, "", "status 404 and an empty body"],
] as const;

describe("notOzApi", () => {
  afterEach(closeServers);

  for (const [status, body, answer] of OTHERS) {
    it(`says that ${answer} came, and nothing of the server`, async () => {
      const { address, seen } = await serve((_, response) => reply(response, status, body));
      const error = await errorOf(clientOf(address).client.version());
      assert.equal(error.reason, "notOzApi");
      const host = address.replace("http://", "");
      const hint = answer.startsWith("a web page") ? ", and whether a proxy asks you to sign in first" : "";
      assert.equal(
        error.message,
        `${host} replied with ${answer} instead of what an Oz API sends. Check the address and its path${hint}.`,
      );
      assert.deepEqual([seen.length, seen[0]?.url, seen[0]?.token], [1, "/api/version", undefined]);
    });
  }

  it("truncates a long title, and shows nothing in it as an icon or a link", async () => {
    const { address } = await serve((_, response) =>
      reply(response, 200, `<title>$(zap) [x](command:y) ${"long ".repeat(50)}</title>`),
    );
    const { message } = await errorOf(clientOf(address).client.version());
    assert.match(message, /“\$ \(zap\) \[x\] \(command:y\) .*…”/);
    assert.ok(message.length < 280, message);
  });
});
