import assert from "node:assert/strict";
import { closeServers, reply, serve } from "../oz/support";
import { faultOf, faultsLike, startFronts, type Fronts } from "./fronts";
import { ask, endOf, partsOf, turns, until } from "./rawClient";

/** How many bytes of a reply arrive, by what the ID of a fault says. */
const ARRIVED: Readonly<Record<string, (head: number, body: number) => number>> = {
  "before-headers": () => 0,
  "in-status-line": () => "HTTP/".length,
  "in-headers": (head) => Math.floor(head / 2),
  "after-headers": (head) => head,
  "after-first-byte": (head) => head + 1,
  "in-body": (head, body) => head + Math.floor(body / 2),
  "before-last-byte": (head, body) => head + body - 1,
};

const CERTIFICATE_CODES: Readonly<Record<string, string>> = {
  "tls-self-signed": "DEPTH_ZERO_SELF_SIGNED_CERT",
  "tls-expired": "CERT_HAS_EXPIRED",
  "tls-not-yet-valid": "CERT_NOT_YET_VALID",
  "tls-other-host": "ERR_TLS_CERT_ALTNAME_INVALID",
  "tls-unknown-authority": "SELF_SIGNED_CERT_IN_CHAIN",
  "tls-incomplete-chain": "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "tls-old-version": "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
  "tls-client-certificate": "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
  "tls-plain-port": "ERR_SSL_WRONG_VERSION_NUMBER",
};

describe("the faults of a connection", () => {
  let fronts: Fronts;
  before(async () => {
    const { address } = await serve((_, response) =>
      reply(response, 200, { members: "x".repeat(99) }, { date: "Sat, 01 Mar 2025 12:00:00 GMT" }),
    );
    fronts = await startFronts(address);
  });
  after(async () => {
    await fronts.close();
    await closeServers();
  });

  for (const fault of faultsLike(/^(reset|half-open|stall)-(?!at-once)/)) {
    it(fault.title, async () => {
      const [, kind = "", place = ""] = /^(reset|half-open|stall)-(.*)$/.exec(fault.id) ?? [];
      const { head, body } = await partsOf(fronts.with(undefined).address);
      const expected = ARRIVED[place]!(head.length, body.length);
      const front = fronts.with(fault);
      const { socket, bytes, end } = ask(front.address, "/");
      if (kind === "stall") {
        const asked = front.requests.length;
        await until(() => bytes().length === expected && front.requests.length > asked);
        await turns();
        assert.equal(end(), undefined);
      } else {
        await until(() => end() !== undefined);
        assert.equal(end(), kind === "reset" ? "ECONNRESET" : "end");
      }
      assert.equal(bytes().length, expected);
      socket.destroy();
      await until(() => front.openSockets === 0);
    });
  }

  for (const [id, end] of [
    ["reset-at-once", "ECONNRESET"],
    ["half-open-at-once", "end"],
    ["refused", "ECONNREFUSED"],
    ["unknown-host", "ENOTFOUND"],
    ["no-name-server", "EAI_AGAIN"],
  ] as const)
    it(faultOf(id).title, async () => {
      const { requests, address } = fronts.with(faultOf(id));
      const asked = requests.length;
      const got = await endOf(address);
      assert.equal(got.end(), end);
      assert.equal(got.bytes().length, 0);
      if (id !== "half-open-at-once") assert.equal(requests.length, asked);
      fronts.with(undefined);
      await turns();
      assert.equal((await partsOf(address)).status, 200);
    });

  it(faultOf("stall-at-once").title, async () => {
    const front = fronts.with(faultOf("stall-at-once"));
    const { socket, bytes, end } = ask(front.address, "/");
    await until(() => front.openSockets === 1);
    await turns();
    assert.deepEqual([bytes().length, end()], [0, undefined]);
    socket.destroy();
    await until(() => front.openSockets === 0);
  });

  for (const id of ["drip", "drip-body"])
    it(faultOf(id).title, async () => {
      const { head, body } = await partsOf(fronts.with(undefined).address);
      const front = fronts.with(faultOf(id));
      const { socket, bytes, end } = ask(front.address, "/");
      const atOnce = id === "drip" ? 0 : head.length;
      const all = head.length + body.length;
      for (let count = atOnce + 1; count <= all; count++) {
        await until(() => bytes().length === count);
        await turns(5);
        assert.equal(bytes().length, count);
        fronts.clock.advance(999);
        await turns(5);
        assert.equal(bytes().length, count);
        fronts.clock.advance(1);
      }
      await until(() => end() === "end");
      assert.deepEqual(bytes(), Buffer.concat([head, body]));
      socket.destroy();
    });

  it(faultOf("kept-open").title, async () => {
    const whole = await partsOf(fronts.with(undefined).address);
    const front = fronts.with(faultOf("kept-open"));
    const { socket, bytes, end } = ask(front.address, "/");
    await until(() => bytes().length === whole.head.length + whole.body.length);
    socket.end();
    await until(() => front.openSockets === 0);
    await turns();
    assert.equal(end(), undefined);
    socket.destroy();
  });

  it(faultOf("kept-until-used").title, async () => {
    const whole = await partsOf(fronts.with(undefined).address);
    const { socket, bytes, end } = ask(fronts.with(faultOf("kept-until-used")).address, "/");
    await until(() => bytes().toString().endsWith(whole.body.toString()));
    await turns();
    assert.equal(end(), undefined);
    assert.match(bytes().toString(), /\r\nconnection: keep-alive\r\n/);
    const all = bytes().length;
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await until(() => end() === "ECONNRESET");
    assert.equal(bytes().length, all);
    socket.destroy();
  });

  it(faultOf("never-ends").title, async () => {
    const { body } = await partsOf(fronts.with(undefined).address);
    const { socket, bytes, end } = ask(fronts.with(faultOf("never-ends")).address, "/");
    await until(() => bytes().toString().endsWith(body.toString()));
    await turns();
    assert.equal(end(), undefined);
    assert.doesNotMatch(bytes().toString(), /^(content-length|transfer-encoding):/im);
    socket.destroy();
  });

  for (const fault of faultsLike(/^tls-/))
    it(fault.title, async () => {
      const { address, requests } = fronts.with(fault);
      const asked = requests.length;
      assert.equal((await endOf(address)).end(), CERTIFICATE_CODES[fault.id]);
      assert.equal(requests.length, asked);
    });

  for (const [id, bytes] of [
    ["plain-tls-port", Buffer.of(0x15, 3, 3, 0, 2, 2, 10)],
    ["not-http", Buffer.from("SSH-2.0-OpenSSH_9.6\r\n")],
  ] as const)
    it(faultOf(id).title, async () => {
      assert.deepEqual((await endOf(fronts.with(faultOf(id)).address)).bytes(), bytes);
    });
});
