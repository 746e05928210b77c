import assert from "node:assert/strict";
import {
  closeServers,
  clientOf,
  errorOf,
  fault,
  reply,
  REQUEST_ID,
  serve,
  serveRaw,
  type TestClient,
} from "../support";

const path = "/api/folders/";

describe("OzHttp", () => {
  afterEach(closeServers);

  it("appends the path to the address's prefix and encodes the query", async () => {
    const { address, seen } = await serve((_, response) => reply(response, 200, {}));
    const { http } = clientOf(`${address}/gateway`);
    await http.send({ method: "GET", path, query: { sorting: "time_created{desc}", q: "a&b=c" } });
    assert.equal(seen[0]?.url, "/gateway/api/folders/?sorting=time_created%7Bdesc%7D&q=a%26b%3Dc");
  });

  it("sends the token in its header, and none when there is none", async () => {
    const { address, seen } = await serve((_, response) => reply(response, 200, {}));
    const { http } = clientOf(address);
    await http.send({ method: "GET", path, accessToken: "abc" });
    await http.send({ method: "POST", path, body: { a: 1 } });
    assert.deepEqual(
      seen.map(({ token, body }) => [token, body]),
      [
        ["abc", ""],
        [undefined, '{"a":1}'],
      ],
    );
    assert.equal(seen[0]?.headers.accept, "application/json");
    assert.equal(seen[1]?.headers["content-type"], "application/json");
  });

  const statuses: readonly (readonly [number, unknown, string, RegExp])[] = [
    [
      400,
      fault(4, "Invalid limit value"),
      "badRequest",
      / refused the folder list, status 400 \(“Invalid limit value”\)\.$/,
    ],
    [401, fault(8, "Please renew it."), "signInNeeded", /sign in again.*“Please renew it\.”/],
    [403, fault(9, "You have not access"), "forbidden", /does not allow.*“You have not access”/],
    [403, "<html>Forbidden</html>", "forbidden", /does not allow this account to list folders\. Ask/],
    [
      404,
      fault(10, "Object not exist"),
      "noSuchPath",
      /has no \/api\/folders\/ \(“Object not exist”\)\. Check the address/,
    ],
    [404, fault(0, "Not found"), "noSuchPath", /has no \/api\/folders\/ \(“Not found”\)/],
    [
      404,
      "<html><title>Not &\nFound</title></html>",
      "notOzApi",
      /status 404 and a web page, “Not & Found”, instead/,
    ],
    [404, "<title>a&amp;b&quot;c&#39;d&#x26;e&eacute;</title>", "notOzApi", /“a&b"c'd&e&eacute;”/],
    [404, "", "notOzApi", /replied with status 404 and an empty body instead of what an Oz API sends\./],
    [405, fault(1), "badRequest", /refused the folder list/],
    [407, "<html>Proxy</html>", "proxySignIn", /proxy.*sign in/],
    [408, "<html>Timeout</html>", "timeout", /did not receive the request in time, status 408/],
    [410, "<html>Gone</html>", "badRequest", /refused the folder list, status 410/],
    [414, "<html>nginx</html>", "badRequest", /refused the folder list, status 414/],
    [431, "", "badRequest", /refused the folder list, status 431/],
    [413, "<html>nginx</html>", "badRequest", /refused the folder list/],
    [418, "", "badRequest", /status 418/],
    [429, fault(101, "Too many requests"), "tooManyRequests", /:\d+ limits requests\.$/],
    [
      429,
      fault(101, "Quota of 100 used up"),
      "tooManyRequests",
      /limits requests \(“Quota of 100 used up”\)\.$/,
    ],
    [500, fault(0, "Unknown server side error"), "serverError", /status 500.*“Unknown server side error”/],
    [501, fault(2), "serverError", /status 501/],
    [502, "<html><center>nginx</center></html>", "serverError", /status 502/],
    [504, "<html><center>nginx</center></html>", "serverError", /status 504/],
    [
      511,
      "<html>Hotel</html>",
      "networkSignIn",
      /^The network between .* requires you to sign in first\. Open any/,
    ],
    [599, "", "serverError", /has an internal error, status 599\. Try again later\.$/],
    [600, "", "serverError", / replied with status 600, which HTTP does not have\. Try again later\.$/],
    [999, fault(0, "No"), "serverError", / replied with status 999, which HTTP does not have \(“No”\)\. Try/],
    [300, "", "notOzApi", /status 300 and an empty body/],
    [304, "", "notOzApi", /status 304/],
  ];
  for (const [status, body, reason, sentence] of statuses) {
    const kind = typeof body === "string" ? body.slice(0, 6) || "nothing" : JSON.stringify(body).slice(1, 16);
    it(`${status} with ${kind} is ${reason}`, async () => {
      const { address, seen } = await serve((_, response) => reply(response, status, body));
      const { http } = clientOf(address);
      const error = await errorOf(http.send({ method: "GET", path }));
      assert.equal(error.name, "OzError");
      assert.equal(error.reason, reason);
      assert.equal(error.status, status);
      assert.equal(error.errorCode, (body as { error_code?: number }).error_code);
      assert.equal(error.origin, address);
      assert.match(error.message, sentence);
      assert.match(error.message, /^[^\n<>]*127\.0\.0\.1:\d+[^\n<>]*\.$/);
      assert.equal(seen.length, 1);
    });
  }

  for (const [name, written] of [
    ["as it is", `a"b'c<d>e&f`],
    ["escaped", "a&quot;b&apos;c&#60;d&#x3E;e&amp;f"],
    ["escaped where it must be", `a"b'c&lt;d>e&amp;f`],
  ] as const) {
    it(`quotes the title of a page without the secret in it, ${name}`, async () => {
      const body = `<html><title>Token ${written} ended</title></html>`;
      const { address } = await serve((_, response) => reply(response, 404, body));
      const { http } = clientOf(address);
      const { message } = await errorOf(http.send({ method: "GET", path, accessToken: `a"b'c<d>e&f` }));
      assert.match(message, /“Token … ended”/);
    });
  }

  it("says how long to wait, if the server does", async () => {
    const { address } = await serve(({ url }, response) => {
      const header = { "/api/seconds": "7", "/api/busy": "3" }[url];
      reply(
        response,
        url === "/api/busy" ? 503 : 429,
        fault(101),
        header === undefined ? {} : { "retry-after": header },
      );
    });
    const { http } = clientOf(address);
    const waits = [];
    for (const path of ["/api/seconds", "/api/none", "/api/busy"]) {
      waits.push((await errorOf(http.send({ method: "GET", path }))).retryAfter);
    }
    assert.deepEqual(waits, [7000, undefined, 3000]);
  });

  it("waits until the date that the server names by the server's own clock", async () => {
    const date = "Sun, 02 Mar 2025 12:00:00 GMT";
    const { address } = await serve(({ url }, response) => {
      if (url === "/api/version") {
        reply(response, 200, {}, { date });
        return;
      }
      response.sendDate = url === "/api/dated";
      reply(response, 429, fault(101), {
        "retry-after": "Sun, 02 Mar 2025 12:00:05 GMT",
        ...(response.sendDate ? { date } : {}),
      });
    });
    const { http, clock } = clientOf(address);
    const wait = async (path: string): Promise<number | undefined> =>
      (await errorOf(http.send({ method: "GET", path }))).retryAfter;
    assert.equal(await wait("/api/dated"), 5000);
    assert.equal(await wait("/api/undated"), 86_400_000, "nothing else is known yet");
    for (let count = 0; count < 2; count++) await http.send({ method: "GET", path: "/api/version" });
    clock.advance(2000);
    assert.equal(await wait("/api/undated"), 3000, "as earlier replies told");
  });

  describe("time and cancelling", () => {
    /** A server that never answers; `asked` resolves when it was asked. */
    async function silent(begin?: string): Promise<TestClient & { asked: Promise<void> }> {
      let tell: () => void;
      const asked = new Promise<void>((resolve) => (tell = resolve));
      const address = await serveRaw((socket) => {
        if (begin === undefined) tell();
        else socket.write(begin, () => tell());
      });
      return { ...clientOf(address), asked };
    }

    for (const [name, begin] of [
      ["does not respond", undefined],
      ["stops in the middle", 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"items":'],
    ] as const) {
      it(`gives up when the server ${name}`, async () => {
        const { http, clock, asked, log } = await silent(begin);
        const failed = errorOf(http.send({ method: "GET", path }));
        await asked;
        clock.advance(29_999);
        assert.equal(clock.pending, 1);
        clock.advance(1);
        const error = await failed;
        assert.equal(error.reason, "timeout");
        assert.match(
          error.message,
          /sent no complete reply within 30 seconds.*ozInspector\.requests\.timeLimit/,
        );
        assert.deepEqual(log.lines, [`warn GET /api/folders/ timeout 30000 ms id ${REQUEST_ID}`]);
      });
    }

    it("gives each request the time that is set when it is sent", async () => {
      let limit = 30_000;
      const options = { timeLimit: () => limit, transport: () => new Promise<never>(() => undefined) };
      const { http, clock } = clientOf("http://127.0.0.1:1", options);
      limit = 90_000;
      const failed = errorOf(http.send({ method: "GET", path }));
      limit = 30_000;
      clock.advance(89_999);
      assert.equal(clock.pending, 1);
      clock.advance(1);
      assert.match((await failed).message, /within 90 seconds/);
    });

    it("stops when cancelled", async () => {
      const { http, clock, asked, log } = await silent();
      const abort = new AbortController();
      const failed = errorOf(http.send({ method: "GET", path, signal: abort.signal }));
      await asked;
      abort.abort();
      assert.equal((await failed).reason, "cancelled");
      assert.equal(clock.pending, 0);
      assert.deepEqual(log.lines, [`info GET /api/folders/ cancelled 0 ms id ${REQUEST_ID}`]);
    });

    it("sends nothing when it was cancelled before", async () => {
      const { address, seen } = await serve((_, response) => reply(response, 200, {}));
      const { http } = clientOf(address);
      const error = await errorOf(http.send({ method: "GET", path, signal: AbortSignal.abort() }));
      assert.equal(error.reason, "cancelled");
      assert.equal(seen.length, 0);
    });

    it("ends even if the transport ignores the signal", async () => {
      const { http, clock } = clientOf("http://127.0.0.1:1", {
        transport: () => new Promise(() => undefined),
      });
      const failed = errorOf(http.send({ method: "GET", path }));
      clock.advance(30_000);
      assert.equal((await failed).reason, "timeout");
    });

    it("leaves no timer behind", async () => {
      const { address } = await serve(({ url }, response) => reply(response, url === "/ok" ? 200 : 500, {}));
      const { http, clock } = clientOf(address);
      await http.send({ method: "GET", path: "/ok" });
      await errorOf(http.send({ method: "GET", path: "/bad" }));
      assert.equal(clock.pending, 0);
    });
  });

  it("logs a line for each exchange, without the values of the query, header and body", async () => {
    const { address } = await serve(({ method }, response) =>
      reply(response, method === "GET" ? 200 : 500, { word: "Zoë" }),
    );
    const { http, log, clock } = clientOf(address);
    await http.send({ method: "GET", path, query: { meta_data: "name==Zoë" }, accessToken: "planted-token" });
    await errorOf(
      http.send({ method: "POST", path: "/api/authorize/auth/", body: { password: "planted-password" } }),
    );
    await closeServers();
    const failed = errorOf(http.send({ method: "GET", path, accessToken: "planted-token" }));
    clock.advance(1234);
    clock.jump(-3_600_000);
    await failed;
    assert.deepEqual(log.lines, [
      `info GET /api/folders/?meta_data 200 0 ms 15 B id ${REQUEST_ID}`,
      `warn POST /api/authorize/auth/ 500 0 ms 15 B id ${REQUEST_ID}`,
      `warn GET /api/folders/ refused 1234 ms id ${REQUEST_ID}`,
    ]);
  });

  it("hides a secret that the server sends back", async () => {
    const { address } = await serve(({ token, body }, response) =>
      reply(response, 400, fault(4, `Bad header ${token ?? ""} or body ${body}`)),
    );
    const { http, log } = clientOf(address);
    const body = { credentials: { email: "a@b.example", password: "s3cret" } };
    const error = await errorOf(
      http.send({ method: "POST", path, body, accessToken: "to-ken", secrets: ["s3cret"] }),
    );
    const told = [error.message, error.stack, JSON.stringify(error), ...log.lines].join("\n");
    assert.match(told, /Bad header …/);
    assert.doesNotMatch(told, /to-ken|s3cret/);
  });

  it("truncates a long message of the server", async () => {
    const { address } = await serve((_, response) =>
      reply(response, 500, fault(0, "Traceback\nline ".repeat(100))),
    );
    const error = await errorOf(clientOf(address).http.send({ method: "GET", path }));
    assert.ok(error.message.length < 300, error.message);
    assert.doesNotMatch(error.message, /\n/);
  });
});
