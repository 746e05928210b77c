import assert from "node:assert/strict";
import fc from "fast-check";
import { toPublic } from "../../../src/status/publicResolution";
import { resolveAnything } from "../../../src/status/resolveAnything";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { folderJson } from "./arbitrary";

const NAMES = [
  ...["analyses", "state", "resolution_status", "resolution", "system_resolution", "type", "group_id"],
  ...["analysis_id", "time_created", "time_updated", "results_media", "results_data", "confs", "toJSON"],
  ...["error_code", "error_message", "confidence_spoofing", "__proto__", "constructor", "length"],
];

const fail = (): never => {
  throw new Error("hostile");
};

/** A Proxy each of whose traps throws. */
const trapped = (target: object): unknown => new Proxy(target, new Proxy({}, { get: () => fail }));

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** An object or a list that has itself under every name. */
function cyclic(value: object): unknown {
  for (const name of NAMES.slice(0, -3)) Object.assign(value, { [name]: value });
  if (Array.isArray(value)) value.push(value, value);
  return value;
}

function deep(): unknown {
  let value: unknown = {};
  for (let depth = 0; depth < 100_000; depth += 1) value = depth % 2 ? [value] : { analyses: value };
  return value;
}

/** In few objects so many values that nobody lives to see all of them copied. */
function wide(): unknown {
  let value: unknown = "x";
  for (let depth = 0; depth < 60; depth += 1) value = depth % 2 ? [value, value] : { a: value, b: value };
  return value;
}

const HOSTILE: Readonly<Record<string, () => unknown>> = {
  "a function": () => fail,
  "a symbol": () => Symbol("x"),
  "a BigInt": () => 10n,
  "bytes, very many": () => new Uint8Array(2 ** 28),
  "a boxed text, very long": () => Object("x".repeat(2 ** 28)) as unknown,
  "a list with very many holes": () => new Array<unknown>(2 ** 32 - 1).fill(1n, 0, 2),
  "an object that throws when it is written": () => ({ toJSON: fail, toString: fail, valueOf: fail }),
  "an object of BigInts": () => ({ a: 1n, b: [1n] }),
  "getters that throw": () => Object.defineProperties({}, getters()),
  "a list whose elements throw": () => Object.defineProperty([1, 2], 0, { get: fail, enumerable: true }),
  "a Proxy of an object that throws": () => trapped({}),
  "a Proxy of a list that throws": () => trapped([]),
  "a Proxy that gives ever more": () => endless({}),
  "a Proxy of a list that gives ever more": () => endless([1, 2, 3]),
  "a revoked Proxy of an object": () => revoked({}),
  "a revoked Proxy of a list": () => revoked([]),
  "an object in itself": () => cyclic({}),
  "a list in itself": () => cyclic([]),
  "very deep nesting": deep,
  "very many values": wide,
  "a text whose JSON is too long": () => "\u0000".repeat(2 ** 27),
  "a text too long in upper case": () => "\u0390".repeat(2 ** 28),
};

function getters(): PropertyDescriptorMap {
  return Object.fromEntries(NAMES.map((name) => [name, { get: fail, enumerable: true }]));
}

/** Has every name, and under each another such. */
function endless(target: object): unknown {
  const get = (_: object, name: string | symbol): unknown =>
    name === "length" && Array.isArray(target) ? 3 : endless(target);
  return new Proxy(target, {
    get,
    ownKeys: () => (Array.isArray(target) ? Reflect.ownKeys(target) : NAMES),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
  });
}

/** Wherever a reply has a member: the value itself, and the value as each member of folder and analysis. */
function around(value: unknown): readonly unknown[] {
  const members = Object.fromEntries(NAMES.map((name) => [name, value]));
  return [value, members, { ...members, analyses: [members, members, value] }, { analyses: [value, value] }];
}

function assertOwnPlain(value: unknown): void {
  const resolution = resolveAnything(value);
  assert.deepEqual(Object.keys(structuredClone(resolution)), Object.keys(resolveAnything(null)));
}

describe("resolving whatever another extension hands over", () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`never throws: ${name}`, () => {
      for (const value of around(make())) assertOwnPlain(value);
    }).timeout(60_000);
  }

  it("never throws, in any place, for any value that there is", () => {
    const anything = fc.anything({
      key: fc.constantFrom(...NAMES),
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    // fast-check looks into values, which not all of these survive.
    const make = fc.oneof(
      anything.map((value) => () => value),
      fc.constantFrom(
        () => fail,
        () => Symbol("x"),
        () => revoked([]),
        () => trapped({}),
      ),
    );
    fc.assert(fc.property(make, (value) => around(value()).forEach(assertOwnPlain)));
  });

  it("is the same as ever for what Oz API sends", () => {
    fc.assert(
      fc.property(folderJson, (json) => {
        assert.deepEqual(resolveAnything(json), toPublic(resolveFolder(json)));
      }),
    );
  });

  it("reads what can be read beside what cannot", () => {
    const analysis = { ...cyclicMember(), state: "FINISHED", resolution_status: "DECLINED", group_id: "g" };
    const json = Object.defineProperty({ analyses: [analysis, revoked({})], meta: 1n }, "time_created", {
      get: fail,
      enumerable: true,
    });
    const { groups } = resolveAnything(json);
    assert.deepEqual(groups.map(({ id, result }) => [id, result]).sort(), [
      ["g", "DECLINED"],
      ["inferred-1", "UNKNOWN"],
    ]);
  });
});

function cyclicMember(): object {
  const member: { self?: object } = {};
  member.self = member;
  return { member };
}
