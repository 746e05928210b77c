import assert from "node:assert/strict";
import { clientOf, closeServers, errorOf, fault, reply, serve, serveRaw, type TestServer } from "../support";

const id = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";
const page = { offset: 0, limit: 100 };

/** A server that gives one answer to everything. */
function always(
  status: number,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<TestServer> {
  return serve((_, response) => reply(response, status, body, headers));
}

describe("OzClient", () => {
  afterEach(closeServers);

  describe("version", () => {
    const answers: readonly (readonly [unknown, Readonly<Record<string, string>>, string])[] = [
      ["6.0.1", { "content-type": "text/plain" }, "6.0.1"],
      ["6.0.1\n", { "content-type": "application/json" }, "6.0.1"],
      ['"6.0.1"', { "content-type": "application/json" }, "6.0.1"],
      [{ version: "5.2.0", build: 7 }, {}, "5.2.0"],
      [{ api_version: "5.2.0" }, {}, "5.2.0"],
      [{ core: "1" }, {}, '{"core":"1"}'],
      ["6.0.1", { "content-type": "text/html; charset=utf-8" }, "6.0.1"],
      ["", { "content-type": "text/plain" }, ""],
      [
        "v".repeat(10) + " x".repeat(100),
        { "content-type": "text/plain" },
        `${"v".repeat(10)}${" x".repeat(24)} …`,
      ],
    ];
    for (const [body, headers, version] of answers) {
      it(`is ${JSON.stringify(version)} for ${JSON.stringify(body).slice(0, 30)}`, async () => {
        const { address, seen } = await always(200, body, headers);
        assert.equal(await clientOf(address, { tokens: undefined }).client.version(), version);
        assert.deepEqual(
          seen.map(({ url, token }) => [url, token]),
          [["/api/version", undefined]],
        );
      });
    }

    it("sends no token even when there is one", async () => {
      const { address, seen } = await always(200, { version: "6" });
      await clientOf(address).client.version();
      assert.equal(seen[0]?.token, undefined);
    });

    it("is empty if an Oz API refuses to tell it", async () => {
      for (const status of [401, 403]) {
        const { address } = await always(status, fault(6));
        assert.equal(await clientOf(address).client.version(), "");
      }
    });

    for (const [what, status, body, headers] of [
      ["a web site", 200, "<!doctype html><title>Welcome</title>", {}],
      ["a web site that says it is text", 200, "\n<html></html>", { "content-type": "text/plain" }],
      ["a web site without that page", 404, "<html><h1>Not Found</h1></html>", {}],
      ["another API", 404, { message: "no route" }, {}],
      ["a log-in page elsewhere", 302, "", { location: "https://login.example/?next=1" }],
    ] as const) {
      it(`says that ${what} is no reply of an Oz API`, async () => {
        const { address } = await always(status, body, headers);
        const error = await errorOf(clientOf(address).client.version());
        assert.equal(error.reason, "notOzApi");
        assert.match(error.message, /address/);
      });
    }

    it("speaks of the path, not of an ID, if an Oz API has no version", async () => {
      for (const code of [0, 10]) {
        const { address } = await always(404, fault(code, "Object not exist"));
        const { reason, message } = await errorOf(clientOf(address).client.version());
        assert.equal(reason, "noSuchPath");
        assert.match(
          message,
          /has no \/api\/version \(“Object not exist”\)\. Check the address and its path\.$/,
        );
      }
    });

    it("is not an Oz API if something else asks for a password", async () => {
      const { address } = await always(401, "<html>Authorization required</html>");
      assert.equal((await errorOf(clientOf(address).client.version())).reason, "signInNeeded");
    });

    it("says what else is wrong with an address", async () => {
      const { address } = await always(502, "<html>nginx</html>");
      assert.equal((await errorOf(clientOf(address).client.version())).reason, "serverError");
      await closeServers();
      assert.equal((await errorOf(clientOf(address).client.version())).reason, "refused");
      const shell = await serveRaw((socket) => socket.end("SSH-2.0-OpenSSH\r\n"));
      assert.equal((await errorOf(clientOf(shell).client.version())).reason, "notOzApi");
    });
  });

  describe("listFolders", () => {
    it("requests the newest folders with their analyses", async () => {
      const { address, seen } = await always(200, { items: [{ folder_id: id }, {}], total_count: 212 });
      const { folders, totalCount, skipped } = await clientOf(address).client.listFolders({
        offset: 200,
        limit: 50,
      });
      assert.deepEqual([folders.map((folder) => folder.id), totalCount, skipped], [[id], 212, 1]);
      const { method, url, token } = seen[0]!;
      assert.deepEqual(
        [method, url, token],
        [
          "GET",
          "/api/folders/?offset=200&limit=50&sorting=time_created%7Bdesc%7D&with_analyses=true",
          "access-1",
        ],
      );
    });

    for (const [what, body, type, reason] of [
      ["JSON that is cut off", '{"items": [{"folder_id": "1f0', "application/json", "unreadable"],
      ["JSON that is cut off and says it is text", '{"items": [', "text/html", "unreadable"],
      ["nothing", "", "application/json", "unreadable"],
      ["JSON of another shape", '{"folders": []}', "application/json", "unreadable"],
      ["a text", '"hello"', "application/json", "unreadable"],
      ["a web page", "<html>[]</html>", "text/html", "notOzApi"],
      ["any text", "It works!", "text/plain", "notOzApi"],
    ] as const) {
      it(`is ${reason} for ${what}`, async () => {
        const { address } = await always(200, body, { "content-type": type });
        const error = await errorOf(clientOf(address).client.listFolders(page));
        assert.equal(error.reason, reason);
        assert.equal(error.status, 200);
        assert.doesNotMatch(error.message, /items|hello|It works/);
      });
    }

    it("stops when cancelled while it waits for the server", async () => {
      const abort = new AbortController();
      const address = await serveRaw(() => abort.abort());
      assert.equal(
        (await errorOf(clientOf(address).client.listFolders(page, abort.signal))).reason,
        "cancelled",
      );
    });
  });

  describe("getFolder", () => {
    it("returns the folder, and the reply to the last character", async () => {
      const text = `{ "folder_id" : "${id.toUpperCase()}", "time_created": 1740826800.000000, "big": 12345678901234567890, "ä": "\\u00e4", "folder_id2": 1e400 }\n`;
      const { address, seen } = await always(200, text, { "content-type": "application/json" });
      const reply = await clientOf(address).client.getFolder(id);
      assert.equal(reply.text, text);
      assert.equal(reply.folder.id, id);
      assert.equal(seen[0]?.url, `/api/folders/${id}?with_analyses=true`);
    });

    it("names the folder that does not exist", async () => {
      const { address } = await always(404, fault(10, "Object not exist"));
      const error = await errorOf(clientOf(address).client.getFolder(id));
      assert.equal(error.reason, "notFound");
      assert.equal(error.errorCode, 10);
      assert.ok(error.message.includes(id), error.message);
    });

    it("tells a missing folder from a missing path and from an address that is no Oz API", async () => {
      for (const [body, reason] of [
        [fault(0, "Not found"), "noSuchPath"],
        ["<html>", "notOzApi"],
      ] as const) {
        const { address } = await always(404, body);
        assert.equal((await errorOf(clientOf(address).client.getFolder(id))).reason, reason);
      }
    });

    it("sends nothing for what is not an ID", async () => {
      const { address, seen } = await always(200, {});
      for (const text of ["", "..", "../users", "x".repeat(500)]) {
        const error = await errorOf(clientOf(address).client.getFolder(text));
        assert.equal(error.reason, "notFound");
        assert.ok(error.message.length < 200);
      }
      assert.equal(seen.length, 0);
    });

    it("sends nothing for an access token pasted in place of an ID", async () => {
      const { address, seen } = await always(404, fault(10, "Object not exist"));
      const pasted = [id, id.toUpperCase(), id.replaceAll("-", ""), `${address}/folders/{${id}}`];
      for (const accessToken of pasted) {
        for (const text of pasted) {
          const { client, log } = clientOf(address, { tokens: { accessToken } });
          const error = await errorOf(client.getFolder(text));
          assert.equal(error.reason, "notFound");
          assert.doesNotMatch(`${error.message} ${log.lines.join()}`, /1f0c2e4a|7e6f31/i);
        }
      }
      assert.equal(seen.length, 0);
    });

    it("rejects another folder than the requested one", async () => {
      for (const body of [{}, [], { folder_id: id.replace("1", "2") }]) {
        const { address } = await always(200, body);
        assert.equal((await errorOf(clientOf(address).client.getFolder(id))).reason, "unreadable");
      }
    });
  });

  describe("the clock of the server", () => {
    /** Changed an hour before the `now` of the client's clock, and running. */
    const json = (now: number): object => ({
      folder_id: id,
      system_resolution: "SUCCESS",
      analyses: [{ group_id: "g", state: "PROCESSING", time_created: now / 1000 - 3600 }],
    });

    it("tells how old a folder is, in a list or by itself", async () => {
      const now = clientOf("http://127.0.0.1:1").clock.now();
      for (const [date, settling, age] of [
        [new Date(now - 3_590_000).toUTCString(), true, 10_000],
        [new Date(now).toUTCString(), false, 3_600_000],
        ["soon", false, 3_600_000],
      ] as const) {
        const folder = await always(200, json(now), { date });
        const list = await always(200, [json(now)], { date });
        const [one, other] = [clientOf(folder.address).client, clientOf(list.address).client];
        for (const [read, client] of [
          [(await one.getFolder(id)).folder, one],
          [(await other.listFolders(page)).folders[0], other],
        ] as const) {
          const { processingSince = Number.NaN } = read?.resolution ?? {};
          assert.equal(read?.resolution.settling, settling, date);
          assert.equal(client.serverNow() - processingSince, age, date);
        }
      }
    });
  });

  describe("checkToken", () => {
    it("requests one folder with the token and does not change the session", async () => {
      const { address, seen } = await always(200, { items: [] });
      const { client, store } = clientOf(address);
      await client.checkToken("typed");
      assert.equal(seen[0]?.token, "typed");
      assert.match(seen[0].url, /limit=1&/);
      assert.equal(store.tokens?.accessToken, "access-1");
      assert.equal(store.saves, 0);
    });

    it("reports a rejected token after one request", async () => {
      const { address, seen } = await always(401, fault(7, "User auth token is not valid: typed"));
      const error = await errorOf(clientOf(address).client.checkToken("typed"));
      assert.equal(error.reason, "credentialsRefused");
      assert.match(error.message, /did not accept this access token \(“User auth token is not valid: …”\)/);
      assert.equal(seen.length, 1);
    });

    it("does not take other failures for a refusal", async () => {
      for (const [status, body, reason] of [
        [403, fault(9), "forbidden"],
        [200, "<html>", "notOzApi"],
        [500, fault(0), "serverError"],
      ] as const) {
        const { address } = await always(status, body);
        assert.equal((await errorOf(clientOf(address).client.checkToken("typed"))).reason, reason);
      }
    });

    it("says that a server has no list of folders, and neither blames the token nor an ID", async () => {
      for (const [status, body] of [
        [404, fault(10, "Object not exist")],
        [404, "<html>"],
        [405, fault(1)],
      ] as const) {
        const { address } = await always(status, body);
        const error = await errorOf(clientOf(address).client.checkToken("typed"));
        assert.equal(error.reason, "noSignIn");
        assert.equal(
          error.message,
          `${new URL(address).host} has no list of folders, as is normal for Instant API. Check the address and its path.`,
        );
      }
    });

    it("sends nothing that could not be a token", async () => {
      const { address, seen } = await always(200, { items: [] });
      for (const token of ["", "two words", "line\nbreak", "ключ"]) {
        const error = await errorOf(clientOf(address).client.checkToken(token));
        assert.equal(error.reason, "credentialsRefused");
        assert.ok(token === "" || !error.message.includes(token));
      }
      assert.equal(seen.length, 0);
    });
  });
});
