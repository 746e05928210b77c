import assert from "node:assert/strict";
import { closeServers, reply, serve } from "../oz/support";
import { faultOf, faultsLike, startFronts, type Fronts } from "./fronts";
import { partsOf } from "./rawClient";

/** `Location` by what the ID of a fault says. */
const LOCATIONS: Readonly<Record<string, RegExp | undefined>> = {
  "other-origin": /^https:\/\/elsewhere\.example\.test\/api\/x$/,
  "other-port": /^\/\/oz\.example\.test:1\/api\/x$/,
  "no-scheme": /^\/\/elsewhere\.example\.test\/api\/x$/,
  http: /^http:\/\/127\.0\.0\.1:\d+\/api\/x$/,
  "other-scheme": /^javascript:/,
  nowhere: undefined,
  credentials: /^\/\/user:secret@oz\.example\.test:\d+\/api\/x$/,
  "two-places": /^\/api\/x\?one,\/api\/x\?other$/,
  loop: /^\/api\/x$/,
  "growing-loop": /^\/api\/x\/again\/$/,
  "sign-in-page": /^\/sign-in$/,
};

/** `Retry-After` by what the ID of a fault says; the clock stands at noon. */
const WAITS: Readonly<Record<string, string>> = {
  seconds: "20",
  date: "Sat, 01 Mar 2025 12:00:20 GMT",
  past: "Sat, 01 Mar 2025 11:59:40 GMT",
  zero: "0",
  negative: "-5",
  fraction: "2.5",
  huge: "1000000000000",
  garbage: "soon",
};

describe("the faults of redirects and statuses", () => {
  let fronts: Fronts;
  before(async () => {
    const { address } = await serve((_, response) => reply(response, 200, {}));
    fronts = await startFronts(address);
  });
  after(async () => {
    await fronts.close();
    await closeServers();
  });

  for (const fault of faultsLike(/^redirect-/))
    it(fault.title, async () => {
      const [, status, target = ""] = /^redirect-(\d+)-(.*)$/.exec(fault.id) ?? [];
      const got = await partsOf(fronts.with(fault).address, "/api/x");
      assert.equal(got.status, Number(status));
      const expected = LOCATIONS[target];
      if (expected) assert.match(got.headers.location ?? "", expected);
      else assert.equal(got.headers.location, undefined);
    });

  it("the sign-in page is a page", async () => {
    const got = await partsOf(fronts.with(faultOf("redirect-302-sign-in-page")).address, "/sign-in");
    assert.match(got.body.toString(), /<title>Company sign-in</);
  });

  for (const fault of faultsLike(/^status-(?!\d+-(reset|stall|cut|gzip-damaged|br)$)/))
    it(fault.title, async () => {
      const [, status, kind = ""] = /^status-(\d+)-([a-z]+)/.exec(fault.id) ?? [];
      const got = await partsOf(fronts.with(fault).address, "/api/x");
      assert.equal(got.status, Number(status));
      const body = got.body.toString();
      assert.equal(got.headers["content-length"], String(body.length));
      if (kind === "page") assert.match(body, new RegExp(`^<html><title>${status} [A-Z].*</title></html>$`));
      else if (kind === "framework") assert.match(body, /^\{"error_code":\d+,"error_message":"/);
      else if (kind === "error") assert.match(body, /^\{"error_code":0,/);
      else assert.equal(body, "");
      assert.equal(got.headers["retry-after"], WAITS[kind]);
    });
});
