import assert from "node:assert/strict";
import fc from "fast-check";
import { toPublic } from "../../../src/status/publicResolution";
import { resolveAnything } from "../../../src/status/publicResolution";
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

/** A Proxy whose traps all throw. */
const trapped = (target: object): unknown => new Proxy(target, new Proxy({}, { get: () => fail }));

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Makes an object or a list contain itself under every name. */
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

/** A few objects that hold 2^60 values: copying them all would never end. */
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
  "an object that throws when converted": () => ({ toJSON: fail, toString: fail, valueOf: fail }),
  "an object of BigInts": () => ({ a: 1n, b: [1n] }),
  "getters that throw": () => Object.defineProperties({}, getters()),
  "a list whose elements throw": () => Object.defineProperty([1, 2], 0, { get: fail, enumerable: true }),
  "a Proxy of an object that throws": () => trapped({}),
  "a Proxy of a list that throws": () => trapped([]),
  "an endless Proxy of an object": () => endless({}),
  "an endless Proxy of a list": () => endless([1, 2, 3]),
  "a revoked Proxy of an object": () => revoked({}),
  "a revoked Proxy of a list": () => revoked([]),
  "an object that contains itself": () => cyclic({}),
  "a list that contains itself": () => cyclic([]),
  "very deep nesting": deep,
  "very many values": wide,
  "a text whose JSON is too long": () => "\u0000".repeat(2 ** 27),
  "a text that is too long in upper case": () => "\u0390".repeat(2 ** 28),
};

function getters(): PropertyDescriptorMap {
  return Object.fromEntries(NAMES.map((name) => [name, { get: fail, enumerable: true }]));
}

/** A Proxy with every name, and another endless Proxy under each. */
function endless(target: object): unknown {
  const get = (_: object, name: string | symbol): unknown =>
    name === "length" && Array.isArray(target) ? 3 : endless(target);
  return new Proxy(target, {
    get,
    ownKeys: () => (Array.isArray(target) ? Reflect.ownKeys(target) : NAMES),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
  });
}

/** The value as a folder, and as every member of a folder and of an analysis. */
function inEveryPlace(value: unknown): readonly unknown[] {
  const members = Object.fromEntries(NAMES.map((name) => [name, value]));
  return [value, members, { ...members, analyses: [members, members, value] }, { analyses: [value, value] }];
}

function assertPlain(value: unknown): void {
  const resolution = resolveAnything(value);
  assert.deepEqual(Object.keys(structuredClone(resolution)), Object.keys(resolveAnything(null)));
}

describe("resolveAnything", () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`never throws: ${name}`, () => {
      for (const value of inEveryPlace(make())) assertPlain(value);
    }).timeout(60_000);
  }

  it("never throws for any value in any place", () => {
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
    // Wrapped in functions because fast-check inspects values, and some of these throw when inspected.
    const make = fc.oneof(
      anything.map((value) => () => value),
      fc.constantFrom(
        () => fail,
        () => Symbol("x"),
        () => revoked([]),
        () => trapped({}),
      ),
    );
    fc.assert(fc.property(make, (value) => inEveryPlace(value()).forEach(assertPlain)));
  });

  it("reads what is no number in JSON as missing", () => {
    for (const value of [Number.NaN, Infinity, 10n]) {
      assert.deepEqual(resolveAnything({ system_resolution: value }), resolveAnything({}));
    }
  });

  it("gives the same as resolveFolder for what Oz API sends", () => {
    fc.assert(
      fc.property(folderJson, (json) => {
        assert.deepEqual(resolveAnything(json), toPublic(resolveFolder(json)));
      }),
    );
  });

  it("reads what is readable beside what is not", () => {
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
