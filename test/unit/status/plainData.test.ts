import assert from "node:assert/strict";
import { MAX_VALUES } from "../../../src/base/limits";
import { plainData } from "../../../src/status/plainData";

/** Each of at most this many values takes a few calls of a hostile object: all of its names at once, then one by one. */
const MAX_CALLS = 4 * MAX_VALUES;

/** More names than values are copied. */
const COUNT = MAX_VALUES + 1;

/** Counts what hostile objects are asked. */
class Witness {
  calls = 0;
  /** How often a Proxy has listed too many names. */
  listings = 0;

  /** @returns a Proxy that counts each call of each trap, and lets the given ones answer */
  proxy(target: object, answers: ProxyHandler<object> = {}): object {
    const handler = new Proxy(answers, {
      get: (own, trap) => {
        this.calls += 1;
        return Reflect.get(own, trap) as unknown;
      },
    });
    return new Proxy(target, handler);
  }

  /** A Proxy that has too many members, and another one like it in each. */
  endless(names: readonly (string | symbol)[] = manyNames, answers: ProxyHandler<object> = {}): object {
    const ownKeys = (): (string | symbol)[] => {
      this.listings += 1;
      return [...names];
    };
    const getOwnPropertyDescriptor = (): PropertyDescriptor => ({ enumerable: true, configurable: true });
    const get = (): object => this.endless(names, answers);
    return this.proxy({}, { ownKeys, getOwnPropertyDescriptor, get, ...answers });
  }
}

const hostile = new Error("hostile");
const fail = (): never => {
  throw hostile;
};

const manyNames = Array.from({ length: COUNT }, (_, index) => `name${index}`);

/** The same object under many indexes: whatever it costs, it costs again and again. */
const often = (value: object): object => Array.from({ length: MAX_VALUES }, () => value);

const nothing = { toString: undefined, valueOf: undefined, toJSON: undefined };

const HOSTILE: Readonly<Record<string, (witness: Witness) => unknown>> = {
  "too many names, and as many under each": (witness) => witness.endless(),
  "names that are not enumerable": (witness) =>
    often(witness.endless(manyNames, { getOwnPropertyDescriptor: () => ({ configurable: true }) })),
  "names that throw": (witness) => often(witness.endless(manyNames, { getOwnPropertyDescriptor: fail })),
  "symbols instead of names": (witness) => often(witness.endless(manyNames.map((name) => Symbol(name)))),
  "names that are too long to copy": (witness) =>
    often(witness.endless(manyNames.map((name) => name.padStart(200, "x")))),
  "an endless chain of prototypes in each value": (witness) => {
    const heir = (): object => witness.proxy({}, { getPrototypeOf: heir });
    return Array.from({ length: 1000 }, heir);
  },
  "a list that claims to be endless": (witness) =>
    witness.proxy([], { get: (_, name) => (name === "length" ? Infinity : 1) }),
  "lists in lists that claim to be long": (witness) => {
    const list = (): object =>
      witness.proxy([], { get: (_, name) => (name === "length" ? 2 ** 32 - 1 : list()) });
    return list();
  },
};

describe("plainData", () => {
  for (const [name, make] of Object.entries(HOSTILE))
    it(`asks little, whatever a Proxy has: ${name}`, () => {
      const witness = new Witness();
      plainData(make(witness));
      assert.ok(witness.calls > 0);
      assert.ok(witness.calls <= MAX_CALLS, `${witness.calls} calls`);
      assert.ok(witness.listings <= 10, `${witness.listings} lists of names`);
    });

  it("calls each getter once at most, and believes its first answer", () => {
    let calls = 0;
    const value = {
      get state() {
        calls += 1;
        return calls === 1 ? "FINISHED" : { other: calls };
      },
    };
    const copy = plainData({ a: value }) as { a: { state: unknown } };
    assert.deepEqual([copy.a.state, copy.a.state, calls], ["FINISHED", "FINISHED", 1]);
  });

  it("converts nothing: no toString, valueOf, toJSON or Symbol.toPrimitive of the caller runs", () => {
    let calls = 0;
    const convert = (): string => `${(calls += 1)}`;
    const value = { toString: convert, valueOf: convert, toJSON: convert, [Symbol.toPrimitive]: convert };
    Object.defineProperty(value, Symbol.toStringTag, { get: convert });
    assert.deepEqual(plainData([value, 1]), [Object.assign(Object.create(null), nothing), 1]);
    assert.equal(calls, 0);
  });

  it("copies everything that JSON can express, up to the limit", () => {
    const json = JSON.stringify({ a: [1, "x", null, true, { "": {}, __proto__: null, toString: 1 }] });
    assert.equal(JSON.stringify(plainData(JSON.parse(json))), json);
    const full = Array.from({ length: MAX_VALUES - 1 }, () => 1);
    assert.deepEqual(plainData(full), full);
    const members = Object.fromEntries(full.map((value, index) => [`m${index}`, value]));
    assert.equal(Object.keys(plainData(members) as object).length, full.length);
  });
});
