import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_OFFERED_VALUE } from "../../../../src/base/limits";
import { inexpressible } from "../../../../src/folders/filter/serverFilters";
import { findPairs, readPair } from "../../../../src/folders/search/metaDataPairs";

const KEYS = ["transaction_id", "event_session_id"];

/** What is found, each as "key=value". */
const found = (text: string, keys = KEYS): readonly string[] =>
  findPairs(text, keys).map(({ key, value }) => `${key}=${value}`);

describe("findPairs", () => {
  for (const text of [
    '{"transaction_id": "tx 1", "other": 2}',
    '{"transaction_id":"tx 1"}',
    String.raw`body {\"transaction_id\":\"tx 1\"}`,
    "{'transaction_id': 'tx 1'}",
    'transaction_id => "tx 1"',
    'transaction_id="tx 1" done',
    String.raw`"transaction_id": "tx\u00201"`,
  ])
    it(`finds the value in ${text}`, () => assert.deepEqual(found(text), ["transaction_id=tx 1"]));

  for (const text of [
    "12:00:01 transaction_id=tx-1",
    "transaction_id: tx-1",
    "Failed for transaction_id tx-2, transaction_id: tx-1.",
    "GET /api/folders/?meta_data=transaction_id==tx-1&with_analyses=true",
    "[transaction_id=tx-1][user=7]",
    '"transaction_id":tx-1}',
    "ctx.transaction_id=tx-1;",
  ])
    it(`finds a value without quotes in ${text}`, () =>
      assert.deepEqual(found(text), ["transaction_id=tx-1"]));

  it("finds every key, and numbers as they are written", () => {
    assert.deepEqual(found('"transaction_id": 9007199254740993, event_session_id=a.b:c=d'), [
      "transaction_id=9007199254740993",
      "event_session_id=a.b:c=d",
    ]);
  });

  for (const text of [
    "my_transaction_id=tx-1",
    "transaction_ids=tx-1",
    "Transaction_Id=tx-1",
    "transaction_id",
    "transaction_id=",
    'transaction_id: ""',
    'transaction_id: "never closed',
    "transaction_id: null",
    'transaction_id: "a,b"',
    'transaction_id: "a==b"',
    String.raw`"transaction_id": "\x"`,
    `transaction_id=${"x".repeat(MAX_OFFERED_VALUE + 1)}`,
    `transaction_id="${"x".repeat(MAX_OFFERED_VALUE + 1)}"`,
  ])
    it(`finds nothing in ${text.slice(0, 60)}`, () => assert.deepEqual(found(text), []));

  it("finds nothing without keys", () => assert.deepEqual(found("a=1 =2", []), []));

  it("takes keys literally, and the longer of two", () => {
    assert.deepEqual(found("a.*=1 axx=2", ["a.*"]), ["a.*=1"]);
    assert.deepEqual(found("order=1 order-id: 2", ["order", "order-id"]), ["order=1", "order-id=2"]);
    assert.deepEqual(found("clé: 1", ["clé"]), ["clé=1"]);
  });

  it("says where the value is", () => {
    const text = 'x "transaction_id": "tx 1" event_session_id=ab. y';
    assert.deepEqual(
      findPairs(text, KEYS).map(({ start, end }) => text.slice(start, end)),
      ["tx 1", "ab"],
    );
  });

  it("finds in JSON every text that a server can be asked for, whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 15 }), (value) => {
        const json = JSON.stringify({ before: 1, transaction_id: value, after: 2 });
        const isAskable = inexpressible({ key: "transaction_id", value }) === undefined;
        assert.deepEqual(found(json), isAskable ? [`transaction_id=${value}`] : []);
      }),
    );
  });
});

describe("readPair", () => {
  for (const [text, key, value] of [
    ["order_id: 42", "order_id", "42"],
    ["order_id=42", "order_id", "42"],
    ["order_id == 42", "order_id", "42"],
    ['"order_id": "4 2",', "order_id", "4 2"],
    ['"order_id":"42"', "order_id", "42"],
    ["'order_id': '42'", "order_id", "42"],
    [String.raw`"order_id": "a\"b"`, "order_id", 'a"b'],
    ['"order id": 42', "order id", "42"],
    ["person.name: Zoë & Ünï", "person.name", "Zoë & Ünï"],
    ["a: b: c", "a", "b: c"],
    ["k=a=b", "k", "a=b"],
  ] as const)
    it(`reads ${text}`, () => assert.deepEqual(readPair(text), { key, value }));

  for (const text of [
    ...["", "tx-1", "order:42", "urn:x:1", "https://a.example/b?c=d", "dGVzdA==", "dGVzdA="],
    ...["two words: 1", ": 1", "=1", "k:", "k = ", "7e7e7e7e-0000-4000-8000-000000000001"],
  ])
    it(`takes “${text}” for a value`, () => assert.equal(readPair(text), undefined));
});
