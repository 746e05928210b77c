import assert from "node:assert/strict";
import { undecoded } from "../../../src/base/log/decodings";
import { namedSecrets } from "../../../src/base/log/namedSecrets";
import { findPairs } from "../../../src/folders/search/metaDataPairs";
import { findIds } from "../../../src/oz/model/id";
import { collect, type Found } from "./collect";
import { hostileTexts, type HostileText } from "./hostileTexts";

/** Expressions that never meet a long text from outside, and why. */
const EXEMPT: Readonly<Record<string, string>> = {
  "src/base/log/scrubber.ts /=+$/": "base64 ends in at most two of them",
};

/** Expressions built at run time, with what uses them. */
const BUILT: Readonly<Record<string, (text: string) => unknown>> = {
  "src/base/log/namedSecrets.ts RegExp": (text) => namedSecrets(undecoded(text)),
  "src/folders/search/metaDataPairs.ts RegExp": (text) => findPairs(text, ["transaction_id", "a"]),
  "src/oz/model/id.ts RegExp": findIds,
};

/** Beginnings without which an expression rejects a text at once. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  [String.raw`src/views/json/statusHover.ts /^(\s*"[a-z_]+": )("(?:[^"\\]|\\.)*"),?$/`]: ['"a": "'],
  [String.raw`src/views/documentUri.ts /^(.*)\/folders\/([^/]+?)(?:\/analyses\/([^/]+))?\.json$/`]: [
    "/folders/a/analyses/",
  ],
};

/** Characters of the texts that all expressions are tried with. */
const SHORT = 2000;
const FACTOR = 16;

/** Characters of the texts that each expression is tried with that took longest. */
const MEGABYTE = 2 ** 20;
const SLOWEST = 2;

/** Linear time gives 16, quadratic 256: far from both, as the garbage of long texts takes its time, too. */
const MOST = 64;

/** A busy machine spoils one attempt, quadratic time all of them. */
const TRIES = 10;

const all = collect("src");

/** What exercises an expression over a whole text. */
function useOf({ name, literal }: Found): (text: string) => unknown {
  if (!literal) return BUILT[name] ?? assert.fail(`BUILT must say what uses ${name}.`);
  const global = literal.global ? literal : new RegExp(literal, `${literal.flags}g`);
  return (text) => text.replace(global, "");
}

/** CPU time, which other programs do not affect. */
function timeOf(use: (text: string) => unknown, texts: readonly string[]): number {
  const begin = process.cpuUsage();
  for (const text of texts) use(text);
  const { user, system } = process.cpuUsage(begin);
  return user + system;
}

/** How much longer texts take that are 8 times as long: the best of several attempts. */
function growthOf(use: (text: string) => unknown, texts: readonly HostileText[], length: number): number {
  const long = texts.map((text) => text(length * FACTOR));
  const short = texts.map((text) => text(length));
  // The same total length, so that both can be measured equally well.
  const shorts = Array.from({ length: FACTOR }, () => short).flat();
  // The first use compiles the expression.
  timeOf(use, short);
  let best = Infinity;
  for (let tries = 0; tries < TRIES && best >= MOST; tries++) {
    const time = Math.max(1, timeOf(use, shorts)) / FACTOR;
    best = Math.min(best, timeOf(use, long) / time);
  }
  return best;
}

/** @returns those of the texts that take longest */
function slowest(use: (text: string) => unknown, texts: readonly HostileText[]): readonly HostileText[] {
  const timed = texts.map((text) => ({ text, time: timeOf(use, [text(SHORT * FACTOR)]) }));
  return timed
    .sort((a, b) => b.time - a.time)
    .slice(0, SLOWEST)
    .map(({ text }) => text);
}

describe("every regular expression in src/", () => {
  it("is found, and the lists above name no other", () => {
    const names = all.map(({ name }) => name);
    assert.ok(names.length > 50);
    const listed = [EXEMPT, BUILT, BEGINNINGS].flatMap((list) => Object.keys(list));
    assert.deepEqual(
      listed.filter((name) => !names.includes(name)),
      [],
    );
  });

  for (const found of all.filter(({ name }) => EXEMPT[name] === undefined)) {
    it(`takes linear time: ${found.name}`, function () {
      this.timeout(60_000);
      const use = useOf(found);
      const texts = hostileTexts(found.literal ?? /-/, BEGINNINGS[found.name] ?? []);
      assertLinear(growthOf(use, texts, SHORT));
      assertLinear(growthOf(use, slowest(use, texts), MEGABYTE / FACTOR));
    });
  }
});

function assertLinear(growth: number): void {
  assert.ok(growth < MOST, `${FACTOR} times the text takes ${growth.toFixed()} times as long`);
}
