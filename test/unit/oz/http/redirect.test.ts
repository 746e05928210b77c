import assert from "node:assert/strict";
import { clientOf, closeServers, errorOf, reply, REQUEST_ID, serve } from "../support";

const path = "/api/folders/";

describe("redirects", () => {
  afterEach(closeServers);

  it("follows one that only adds a slash, sending the token and the query", async () => {
    const { address, seen } = await serve(({ url }, response) => {
      if (url.startsWith("/api/folders?")) reply(response, 301, "", { location: "/api/folders/?limit=1" });
      else reply(response, 200, { ok: true });
    });
    const { http, log } = clientOf(address);
    const answer = await http.send({
      method: "GET",
      path: "/api/folders",
      query: { limit: "1" },
      accessToken: "abc",
    });
    assert.equal(answer.text, '{"ok":true}');
    assert.deepEqual(
      seen.map(({ url, token }) => [url, token]),
      [
        ["/api/folders?limit=1", "abc"],
        ["/api/folders/?limit=1", "abc"],
      ],
    );
    assert.deepEqual(log.lines, [`info GET /api/folders?limit 200 0 ms 11 B id ${REQUEST_ID}`]);
  });

  for (const status of [301, 302, 307, 308]) {
    it(`sends no token to another host, status ${status}`, async () => {
      const other = await serve((_, response) => reply(response, 200, {}));
      const { address, seen } = await serve((_, response) =>
        reply(response, status, "", { location: `${other.address}/api/folders/?token=planted` }),
      );
      const { http } = clientOf(address);
      const error = await errorOf(http.send({ method: "GET", path, accessToken: "abc" }));
      assert.equal(error.reason, "notOzApi");
      assert.ok(error.message.includes(other.address), error.message);
      assert.doesNotMatch(error.message, /planted|abc/);
      assert.equal(seen.length, 1);
      assert.equal(other.seen.length, 0);
    });
  }

  it("refuses one to another scheme, another port, a look-alike and to nowhere", async () => {
    let location = "";
    const { address, seen } = await serve((_, response) =>
      reply(response, 302, "", location === "" ? {} : { location }),
    );
    const { port } = new URL(address);
    const { http } = clientOf(address);
    for (location of [
      address.replace("http:", "https:"),
      "http://127.0.0.1:1/",
      `http://127.0.0.1:${port}@evil.example/`,
      `//evil.example:${port}/`,
      "javascript:alert(1)",
      "http://",
      "",
    ]) {
      const error = await errorOf(http.send({ method: "GET", path, accessToken: "abc" }));
      assert.equal(error.reason, "notOzApi", location);
      assert.match(error.message, /redirects to/);
    }
    assert.equal(seen.length, 7);
  });

  it("names the end of a long host, which tells who owns it", async () => {
    const { address } = await serve((_, response) =>
      reply(response, 302, "", { location: `https://oz.example.com.${"a.".repeat(100)}evil.example/path` }),
    );
    const { message } = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.match(message, / redirects to ….*a\.evil\.example, where your access token must not go\./);
    assert.ok(message.length < 300, message);
  });

  it("names no host that is too long to exist", async () => {
    const { address } = await serve((_, response) =>
      reply(response, 302, "", { location: `https://${"a.".repeat(130)}evil.example/` }),
    );
    const { message } = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.match(message, / redirects to another place, /);
  });

  it("follows at most three in a row", async () => {
    const { address, seen } = await serve((_, response) => reply(response, 302, "", { location: "/again" }));
    const error = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.equal(error.reason, "notOzApi");
    assert.equal(seen.length, 4);
  });

  it("repeats no POST", async () => {
    const { address, seen } = await serve((_, response) => reply(response, 307, "", { location: "/api/x/" }));
    const error = await errorOf(clientOf(address).http.send({ method: "POST", path: "/api/x", body: {} }));
    assert.equal(error.reason, "notOzApi");
    assert.equal(seen.length, 1);
  });
});
