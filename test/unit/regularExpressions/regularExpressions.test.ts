import assert from "node:assert/strict";
import { namedSecrets } from "../../../src/base/log/namedSecrets";
import { asItStands } from "../../../src/base/log/reading";
import { findIds } from "../../../src/oz/model/findIds";
import { collect, type Found } from "./collect";
import { hostileTexts } from "./hostileTexts";

/** Those that meet no text of others, or a short one only, and why that is so. */
const OURS: Readonly<Record<string, string>> = {
  "src/base/log/scrubber.ts /=+$/": "base64, which ends in two of them at most",
};

/** Those that are put together while the program runs, by what uses them. */
const BUILT: Readonly<Record<string, (text: string) => unknown>> = {
  "src/base/log/namedSecrets.ts RegExp": (text) => namedSecrets(asItStands(text)),
  "src/oz/model/findIds.ts RegExp": findIds,
};

/** Beginnings without which an expression would not go on. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  [String.raw`src/views/json/statusHover.ts /^(\s*"[a-z_]+": )("(?:[^"\\]|\\.)*"),?$/`]: ['"a": "'],
  [String.raw`src/views/documentUri.ts /^(.*)\/folders\/([^/]+?)(?:\/analyses\/([^/]+))?\.json$/`]: [
    "/folders/a/analyses/",
  ],
};

const LENGTH = 2000;
const FACTOR = 8;

/** Linear is 8, the square of the length is 64. */
const MOST = 24;

/** A busy machine spoils one try, not all; the square of the length spoils all. */
const TRIES = 10;

const all = collect("src");

/** Everything that a program can do with one: find the first, replace or split at all. */
function useOf({ name, literal }: Found): (text: string) => unknown {
  if (!literal) return BUILT[name] ?? assert.fail(`BUILT must say what uses ${name}.`);
  const global = literal.global ? literal : new RegExp(literal, `${literal.flags}g`);
  return (text) => text.replace(global, "");
}

/** The processor's time, which other programs do not spend. */
function timeOf(use: (text: string) => unknown, texts: readonly string[]): number {
  const begin = process.cpuUsage();
  for (const text of texts) use(text);
  const { user, system } = process.cpuUsage(begin);
  return user + system;
}

/** How many times as long a text takes that is 8 times as long; at best, of some tries. */
function growthOf(found: Found): number {
  const use = useOf(found);
  const [short, long] = [LENGTH, LENGTH * FACTOR].map((length) =>
    hostileTexts(found.literal ?? /-/, BEGINNINGS[found.name] ?? [], length),
  ) as [string[], string[]];
  // As long in all, so that it can be measured as well.
  const shorts = Array.from({ length: FACTOR }, () => short).flat();
  // Compiles the expression.
  timeOf(use, short);
  let best = Infinity;
  for (let tries = 0; tries < TRIES && best >= MOST; tries++) {
    const time = Math.max(1, timeOf(use, shorts)) / FACTOR;
    best = Math.min(best, timeOf(use, long) / time);
  }
  return best;
}

describe("every regular expression in src/", () => {
  it("is found in the source, and the lists name no other", () => {
    const names = all.map(({ name }) => name);
    assert.ok(names.includes("src/oz/http/retryAfter.ts /[a-z]/i") && names.length > 50);
    const listed = [OURS, BUILT, BEGINNINGS].flatMap((list) => Object.keys(list));
    assert.deepEqual(
      listed.filter((name) => !names.includes(name)),
      [],
    );
  });

  for (const found of all.filter(({ name }) => OURS[name] === undefined)) {
    it(`takes no longer than its text: ${found.name}`, function () {
      this.timeout(60_000);
      const growth = growthOf(found);
      assert.ok(growth < MOST, `8 times the text take ${growth.toFixed()} times as long`);
    });
  }
});
