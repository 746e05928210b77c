import assert from "node:assert/strict";
import { replying } from "../../faults/catalogue/fault";
import { startFront, type Front } from "../../faults/front/front";
import { jsonReply } from "../../faults/front/reply";
import { closeServers, reply, serve, type TestServer } from "../oz/support";
import { faultOf } from "./fronts";
import { ask, endOf, partsOf, until } from "./rawClient";

describe("the front", () => {
  let server: TestServer;
  let front: Front;
  beforeEach(async () => {
    server = await serve((seen, response) => reply(response, 200, { url: seen.url }, { "x-own": "1" }));
    front = await startFront(server.address);
  });
  afterEach(async () => {
    await front.close();
    await closeServers();
  });

  it("passes what it does not break, and tells what it was asked", async () => {
    const { status, headers, body } = await partsOf(front.address, "/api/x?a=1&b=%7B");
    assert.deepEqual([status, headers["x-own"], headers["content-type"]], [200, "1", "application/json"]);
    assert.equal(body.toString(), '{"url":"/api/x?a=1&b=%7B"}');
    const [request] = front.requests;
    assert.deepEqual([request?.number, request?.method, request?.path], [1, "GET", "/api/x"]);
    assert.equal(request?.query.get("b"), "{");
    assert.equal(request.headers.connection, "close");
    assert.equal(server.seen[0]?.headers.host, new URL(server.address).host);
  });

  it("breaks what passes as long as a fault is set", async () => {
    front.fault = faultOf("status-500-framework");
    assert.equal((await partsOf(front.address, "/")).status, 500);
    front.fault = undefined;
    assert.equal((await partsOf(front.address, "/")).status, 200);
    assert.deepEqual([front.requests.length, front.connections, server.seen.length], [2, 2, 1]);
  });

  it("passes what a fault does not concern", async () => {
    const act = replying(jsonReply(500, {}));
    front.fault = { ...faultOf("status-500-framework"), act, only: ({ path }) => path === "/broken" };
    assert.equal((await partsOf(front.address, "/broken")).status, 500);
    assert.equal((await partsOf(front.address, "/fine")).status, 200);
  });

  it("refuses connections and takes them again, at the same port", async () => {
    for (let round = 0; round < 5; round++) {
      front.fault = faultOf("refused");
      assert.equal((await endOf(front.address, "/")).end(), "ECONNREFUSED");
      front.fault = undefined;
      // In the same turn, too.
      front.fault = faultOf("refused");
      assert.equal((await endOf(front.address, "/")).end(), "ECONNREFUSED");
      front.fault = undefined;
      await until(() => true);
      assert.equal((await partsOf(front.address, "/")).status, 200);
    }
    assert.equal(front.connections, 5);
  });

  it("counts the connections that clients keep, and tells which left before the end", async () => {
    front.fault = faultOf("stall-before-headers");
    const [one, other] = [ask(front.address, "/one"), ask(front.address, "/other")];
    await until(() => front.requests.length === 2);
    assert.equal(front.openSockets, 2);
    one.socket.destroy();
    await until(() => front.openSockets === 1);
    other.socket.end();
    await until(() => front.openSockets === 0);
    front.fault = undefined;
    await endOf(front.address, "/three");
    assert.deepEqual(
      front.requests.map(({ leftEarly }) => leftEarly),
      [true, true, false],
    );
  });

  it("stops asking the server behind when the client leaves", async () => {
    let isLeft = false;
    const slow = await serve((_, response) => void response.on("close", () => (isLeft = true)));
    const before = await startFront(slow.address);
    const { socket } = ask(before.address, "/");
    await until(() => slow.seen.length === 1);
    socket.destroy();
    await until(() => isLeft);
    await before.close();
  });

  it("breaks the connection off when the server behind is away", async () => {
    await closeServers();
    assert.equal((await endOf(front.address, "/")).end(), "ECONNRESET");
  });
});
