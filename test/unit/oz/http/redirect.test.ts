import assert from "node:assert/strict";
import { redirectTarget } from "../../../../src/oz/http/redirect";
import { until } from "../../faults/rawClient";
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

  it("refuses one to another scheme, another port and a look-alike", async () => {
    let location = "";
    const { address, seen } = await serve((_, response) => reply(response, 302, "", { location }));
    const { port } = new URL(address);
    const { http } = clientOf(address);
    for (location of [
      address.replace("http:", "https:"),
      "http://127.0.0.1:1/",
      `http://127.0.0.1:${port}@evil.example/`,
      `//evil.example:${port}/`,
      "javascript:alert(1)",
      "http://",
    ]) {
      const error = await errorOf(http.send({ method: "GET", path, accessToken: "abc" }));
      assert.equal(error.reason, "notOzApi", location);
      assert.match(error.message, /redirects to/);
    }
    assert.equal(seen.length, 6);
  });

  it("says so of one that names no target", async () => {
    const { address } = await serve((_, response) => reply(response, 302, ""));
    const error = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.equal(error.reason, "notOzApi");
    assert.match(error.message, / redirects without a clear target\. Ask the administrator /);
  });

  it("says so of one that names two targets, and follows neither", async () => {
    const { address, seen } = await serve(({ url }, response) => {
      if (url === path) response.writeHead(302, ["Location", "/api/one", "Location", "/api/other"]).end();
      else reply(response, 200, {});
    });
    const { message } = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.match(message, / redirects without a clear target\. Ask the administrator /);
    assert.equal(seen.length, 1);
  });

  for (const user of ["somebody:s3cret@", "somebody@", ":s3cret@"])
    it(`says so of one to the same origin as ${user}`, async () => {
      const { address, seen } = await serve(({ url }, response, { headers: { host } }) =>
        url === path
          ? reply(response, 301, "", { location: `http://${user}${host}/api/other` })
          : reply(response, 200, {}),
      );
      const { reason, message } = await errorOf(clientOf(address).http.send({ method: "GET", path }));
      assert.equal(reason, "notOzApi");
      assert.match(message, / redirects to an address with a user name or a password in it\. Ask /);
      assert.doesNotMatch(message, /somebody|s3cret/);
      assert.equal(seen.length, 1);
    });

  it("follows one without waiting for its body, and leaves no connection open", async () => {
    let isClosed = false;
    const { address } = await serve(({ url }, response, { socket }) => {
      if (url !== path) {
        reply(response, 200, { ok: true });
        return;
      }
      socket.once("close", () => (isClosed = true));
      response
        .writeHead(308, { location: "/api/other/", "content-length": 100_000 })
        .write("x".repeat(70_000));
    });
    const { http } = clientOf(address);
    assert.equal((await http.send({ method: "GET", path })).text, '{"ok":true}');
    await until(() => isClosed);
  });

  it("says so of one that leaves TLS", () => {
    const { scrubber } = clientOf("https://oz.example.test").http;
    const sent = { method: "GET", url: "https://oz.example.test/api/folders" } as const;
    const target = (location: string): string | undefined =>
      redirectTarget({ status: 301, header: () => location }, sent, 0, {
        origin: "https://oz.example.test",
        scrubber,
      });
    for (const host of ["oz.example.test", "elsewhere.example.test"]) {
      const sentence = ` redirects to http://${host}, which is not encrypted. Have the server, `;
      assert.throws(
        () => target(`http://${host}/api/folders/`),
        (error: Error) => error.message.includes(sentence),
      );
    }
  });

  it("names the end of a long host, which tells who owns it", async () => {
    const { address } = await serve((_, response) =>
      reply(response, 302, "", { location: `https://oz.example.com.${"a.".repeat(100)}evil.example/path` }),
    );
    const { message } = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.match(message, / redirects to ….*a\.evil\.example, where your credentials must not go\./);
    assert.ok(message.length < 300, message);
  });

  it("names no host that is too long to exist", async () => {
    const { address } = await serve((_, response) =>
      reply(response, 302, "", { location: `https://${"a.".repeat(130)}evil.example/` }),
    );
    const { message } = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.match(message, / redirects to another place, /);
  });

  it("follows at most three in a row, and says where the next one leads", async () => {
    const { address, seen } = await serve((_, response) => reply(response, 302, "", { location: "/again" }));
    const error = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.equal(error.reason, "notOzApi");
    assert.match(error.message, / keeps redirecting, the last time to \/again\. /);
    assert.equal(seen.length, 4);
  });

  describe("of a POST", () => {
    const post = {
      method: "POST",
      path: "/api/x",
      body: { password: "s3cret" },
      secrets: ["s3cret"],
    } as const;

    for (const status of [301, 302, 307, 308]) {
      it(`follows one that only adds a slash, with method and body, status ${status}`, async () => {
        const { address, seen } = await serve(({ url }, response) => {
          if (url === "/api/x") reply(response, status, "", { location: "/api/x/" });
          else reply(response, 200, {});
        });
        await clientOf(address).http.send(post);
        assert.deepEqual(
          seen.map(({ method, url, body }) => [method, url, body]),
          [
            ["POST", "/api/x", '{"password":"s3cret"}'],
            ["POST", "/api/x/", '{"password":"s3cret"}'],
          ],
        );
      });
    }

    it("follows one that only removes a slash", async () => {
      const { address } = await serve(({ url }, response) => {
        if (url.endsWith("/")) reply(response, 308, "", { location: "/api/x" });
        else reply(response, 200, {});
      });
      await clientOf(address).http.send({ ...post, path: "/api/x/" });
    });

    for (const [status, location, named] of [
      [302, "/login?next=/api/x&token=planted", "/login"],
      [307, "/api/x/?token=planted", "/api/x/"],
      [307, "/s3cret", "/…"],
      [303, "/api/x/", "/api/x/"],
    ] as const) {
      it(`is not repeated at ${location}, status ${status}, but the target is named`, async () => {
        const { address, seen } = await serve((_, response) => reply(response, status, "", { location }));
        const error = await errorOf(clientOf(address).http.send(post));
        assert.equal(error.reason, "notOzApi");
        assert.ok(error.message.includes(` redirects to ${named} instead of replying.`), error.message);
        assert.doesNotMatch(error.message, /planted|s3cret/);
        assert.equal(seen.length, 1);
      });
    }

    it("sends no password to another host", async () => {
      const other = await serve((_, response) => reply(response, 200, {}));
      const { address } = await serve((_, response) =>
        reply(response, 308, "", { location: `${other.address}/api/x` }),
      );
      const error = await errorOf(clientOf(address).http.send(post));
      assert.ok(
        error.message.includes(`redirects to ${other.address}, where your credentials`),
        error.message,
      );
      assert.equal(other.seen.length, 0);
    });
  });
});
