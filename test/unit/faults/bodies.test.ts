import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { isObject, member } from "../../../src/base/readJson";
import { COMMENT } from "../../faults/catalogue/bodies";
import { closeServers, serve } from "../oz/support";
import { faultOf, faultsLike, startFronts, type Fronts } from "./fronts";
import { ask, partsOf, until, type Parts } from "./rawClient";

const OWN = {
  items: [{ folder_id: "7e7e7e7e-0000-4000-8000-000000000001", time_created: 1740830400.5 }],
  end: 1,
};
const NOON = "Sat, 01 Mar 2025 12:00:00 GMT";
const MEGABYTE = 1024 * 1024;

const jsonOf = ({ body }: Parts, encoding = "utf-8"): unknown =>
  JSON.parse(new TextDecoder(encoding, { fatal: true }).decode(body));

const commentIn = (json: unknown): unknown => {
  const items = member(json, "items");
  return Array.isArray(items) ? member(items[0], "operator_comment") : undefined;
};

/** What is true of the reply of each fault. */
const CHECKS: Readonly<Record<string, (parts: Parts) => void>> = {
  html: ({ headers, body }) => {
    assert.equal(headers["content-type"], "text/html");
    assert.match(body.toString(), /^<!doctype html>/);
  },
  "html-as-json": ({ headers, body }) => {
    assert.equal(headers["content-type"], "application/json");
    assert.match(body.toString(), /^<html>/);
  },
  text: ({ body }) => assert.equal(body.toString(), "OK"),
  empty: ({ headers, body }) =>
    assert.deepEqual([headers["content-type"], body.length], ["application/json", 0]),
  "no-content": ({ status, body }) => assert.deepEqual([status, body.length], [204, 0]),
  "other-json": (parts) => assert.deepEqual(jsonOf(parts), { status: "ok" }),
  null: (parts) => assert.equal(jsonOf(parts), null),
  truncated: ({ headers, body }) => {
    assert.equal(headers["content-length"], String(body.length));
    assert.equal(body.toString(), JSON.stringify(OWN).slice(0, body.length));
    assert.ok(body.length > 10 && body.length < JSON.stringify(OWN).length);
  },
  "invalid-json": ({ body }) => assert.equal(body.toString(), JSON.stringify(OWN).replaceAll('"', "'")),
  twice: ({ body }) => assert.equal(body.toString(), JSON.stringify(OWN).repeat(2)),
  deep: ({ body }) => assert.match(body.toString(), /^\[{100000}\]{100000}$/),
  "many-values": (parts) => assert.equal((member(jsonOf(parts), "items") as unknown[]).length, 1_000_001),
  "invalid-utf8": (parts) => {
    assert.throws(() => jsonOf(parts), TypeError);
    assert.ok(isObject(jsonOf(parts, "latin1")));
  },
  "windows-1251": (parts) => {
    assert.match(parts.headers["content-type"] ?? "", /windows-1251/);
    assert.throws(() => jsonOf(parts), TypeError);
    assert.equal(commentIn(jsonOf(parts, "windows-1251")), COMMENT);
  },
  "byte-order-mark": ({ body }) => {
    assert.equal(body.subarray(0, 3).toString("hex"), "efbbbf");
    assert.deepEqual(JSON.parse(body.subarray(3).toString()), OWN);
  },
  "type-html": (parts) => {
    assert.equal(parts.headers["content-type"], "text/html");
    assert.deepEqual(jsonOf(parts), OWN);
  },
  "type-binary": (parts) => {
    assert.equal(parts.headers["content-type"], "application/octet-stream");
    assert.deepEqual(jsonOf(parts), OWN);
  },
  "100-mb": ({ headers, body }) => {
    assert.equal(headers["content-length"], String(100 * MEGABYTE));
    assert.equal(body.length, 100 * MEGABYTE);
  },
  "100-mb-chunked": ({ headers, body }) => {
    assert.equal(headers["transfer-encoding"], "chunked");
    assert.equal(headers["content-length"], undefined);
    assert.ok(body.length > 100 * MEGABYTE);
  },
  "gzip-bomb": ({ headers, body }) => {
    assert.equal(headers["content-encoding"], "gzip");
    assert.ok(body.length < 2 * MEGABYTE, String(body.length));
    const member = body.subarray(0, body.length / 1024);
    assert.deepEqual(gunzipSync(member), Buffer.alloc(MEGABYTE));
    assert.equal(body.toString("latin1"), member.toString("latin1").repeat(1024));
  },
  gzip: ({ headers, body }) => {
    assert.equal(headers["content-encoding"], "gzip");
    assert.deepEqual(JSON.parse(gunzipSync(body).toString()), OWN);
  },
  "gzip-damaged": ({ headers, body }) => {
    assert.equal(headers["content-encoding"], "gzip");
    assert.throws(() => gunzipSync(body));
  },
  "gzip-twice": ({ body }) => assert.deepEqual(JSON.parse(gunzipSync(gunzipSync(body)).toString()), OWN),
  br: ({ headers, body }) => {
    assert.equal(headers["content-encoding"], "br");
    assert.deepEqual(JSON.parse(brotliDecompressSync(body).toString()), OWN);
  },
  deflate: ({ headers, body }) => {
    assert.equal(headers["content-encoding"], "deflate");
    assert.deepEqual(JSON.parse(inflateSync(body).toString()), OWN);
  },
  "unknown-encoding": (parts) => {
    assert.equal(parts.headers["content-encoding"], "utf-8");
    assert.deepEqual(jsonOf(parts), OWN);
  },
  "chunks-cut": ({ headers, body }) => {
    assert.equal(headers["transfer-encoding"], "chunked");
    assert.match(body.toString(), /^7\r\n\{"items\r\n[0-9a-f]+\r\n.*\r\n0\r\n\r\n$/s);
  },
  "chunks-without-end": ({ body }) => assert.match(body.toString(), /^[0-9a-f]+\r\n\{.*\}\r\n$/s),
  "chunk-size": ({ body }) => assert.match(body.toString(), /^xyz\r\n\{/),
  "length-short": ({ headers, body }) =>
    assert.equal(Number(headers["content-length"]), Math.floor(body.length / 2)),
  "length-long": ({ headers, body }) => assert.equal(Number(headers["content-length"]), body.length + 1),
  "length-garbage": ({ headers }) => assert.equal(headers["content-length"], "many"),
  "length-twice": ({ headers, body }) => assert.equal(headers["content-length"], `${body.length},3`),
  "length-and-chunks": ({ headers, body }) => {
    assert.equal(headers["content-length"], String(body.length));
    assert.equal(headers["transfer-encoding"], "chunked");
  },
  "header-invalid": ({ head }) => assert.match(head.toString(), /\r\nContent Length: 2\r\n/),
  "headers-huge": ({ head }) => assert.ok(head.length > 17_000),
};

describe("the faults of bodies and clocks", () => {
  let fronts: Fronts;
  before(async () => {
    const { address } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json", date: NOON }).end(JSON.stringify(OWN));
    });
    fronts = await startFronts(address);
  });
  after(async () => {
    await fronts.close();
    await closeServers();
  });

  for (const fault of faultsLike(/^body-/))
    it(fault.title, async () => {
      const check = CHECKS[fault.id.replace("body-", "")];
      assert.ok(check, `CHECKS has no entry for ${fault.id}.`);
      check(await partsOf(fronts.with(fault).address, "/api/folders/"));
    });

  it("chunks arrive in pieces that end within a size, a line's end and a text", async () => {
    const pieces: string[] = [];
    const { socket, end } = ask(fronts.with(faultOf("body-chunks-cut")).address, "/api/folders/");
    socket.on("data", (piece: Buffer) => pieces.push(piece.toString("latin1")));
    await until(() => end() !== undefined);
    socket.destroy();
    assert.ok(pieces.filter((piece) => piece === "\r").length >= 4);
    assert.ok(pieces.filter((piece) => piece.length === 1).length >= 75);
  });

  for (const [id, date, shift] of [
    ["date-ahead", "Sun, 02 Mar 2025 12:00:00 GMT", 0],
    ["date-behind", "Fri, 28 Feb 2025 12:00:00 GMT", 0],
    ["date-garbage", "yesterday", 0],
    ["two-dates", "Sun, 02 Mar 2025 12:00:00 GMT,Sat, 01 Mar 2025 12:00:00 GMT", 0],
    ["date-missing", undefined, 0],
    ["times-ahead", NOON, 86_400],
    ["times-behind", NOON, -86_400],
  ] as const)
    it(faultOf(`clock-${id}`).title, async () => {
      const parts = await partsOf(fronts.with(faultOf(`clock-${id}`)).address, "/api/folders/");
      assert.equal(parts.headers.date, date);
      const [folder] = OWN.items;
      assert.deepEqual(jsonOf(parts), { ...OWN, items: [{ ...folder, time_created: 1740830400.5 + shift }] });
    });
});
