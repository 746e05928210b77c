import assert from "node:assert/strict";
import { lookUpKeys, reducesMotion, requestTimeLimit, usesProxySettings } from "../../src/settings";
import { clearDesk, desk } from "../standIn/desk";

describe("requestTimeLimit", () => {
  afterEach(clearDesk);

  for (const [value, milliseconds] of [
    [undefined, 30_000],
    [45, 45_000],
    [0.5, 500],
    [600, 600_000],
    // A longer one would overflow a timer, and fire at once.
    [1e9, 600_000],
    [0, 30_000],
    [-1, 30_000],
    [NaN, 30_000],
    ["60", 30_000],
    [null, 30_000],
  ] as const)
    it(`is ${milliseconds} ms for ${String(value)}`, () => {
      desk.settings.set("ozInspector.requests.timeLimit", value);
      assert.equal(requestTimeLimit(), milliseconds);
    });
});

describe("usesProxySettings", () => {
  afterEach(clearDesk);

  for (const [value, expected] of [
    ["override", true],
    ["fallback", true],
    ["on", true],
    ["off", false],
    [undefined, false],
  ] as const)
    it(`is ${expected} for ${String(value)}, as VS Code takes it`, () => {
      desk.settings.set("http.proxySupport", value);
      assert.equal(usesProxySettings(), expected);
    });
});

describe("reducesMotion", () => {
  afterEach(clearDesk);

  for (const [value, expected] of [
    ["on", true],
    ["off", false],
    // What the system asks for is not known.
    ["auto", false],
    [undefined, false],
  ] as const)
    it(`is ${expected} for ${String(value)}`, () => {
      desk.settings.set("workbench.reduceMotion", value);
      assert.equal(reducesMotion(), expected);
    });
});

describe("lookUpKeys", () => {
  afterEach(clearDesk);

  for (const [value, expected] of [
    [
      ["a", " b ", "a", "", " "],
      ["a", "b"],
    ],
    [["a", 1, null], ["a"]],
    ["a b c d e f g h i j k l".split(" "), "a b c d e f g h i j".split(" ")],
    [[], []],
    ["a", []],
    [undefined, []],
  ] as const)
    it(`is ${JSON.stringify(expected)} for ${JSON.stringify(value)}`, () => {
      desk.settings.set("ozInspector.lookUp.keys", value);
      assert.deepEqual(lookUpKeys(), expected);
    });
});
