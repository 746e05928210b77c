// `npm run fuzz [INPUTS]`: runs the property tests round after round, each with values of its own, and counts them.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Rounds go on until so many inputs were tried. */
const INPUTS = 1_000_000;
/**
 * What is tried, where in `test/unit` (the first that fits a file counts), and with how many inputs each property that does
 * not say so itself: fewer where one takes long.
 */
const SURFACES: readonly (readonly [string, RegExp, number])[] = [
  ["addresses of servers", /^oz\/http\/address/, 100_000],
  ["IDs in texts", /^oz\/model\/id/, 50_000],
  ["JSON of replies, and texts", /^oz\/http\/json|^base\/(?:exact|plain)/, 40_000],
  ["replies", /^oz\//, 2000],
  ["the resolver of statuses", /^status\/|^examples\//, 500],
  ["links", /^commands\/folder\//, 2000],
  ["JSON documents", /^views\/json\//, 2000],
  ["the scrubber of the log", /^base\/log\//, 1000],
  ["requests for real shells", /^views\/text\/requestText\.shells/, 100],
  ["copied requests and Markdown", /^views\/text\/(?:requestText|m)/, 20_000],
  ["verdicts and summaries in words", /^views\/text\//, 100],
  ["filters", /filter\//, 500],
  ["the list, polling and windows", /^(?:folders|model|views)\//, 100],
  ["the sandbox", /^sandbox\//, 1000],
  ["the exported API", /^api/, 200],
  ["the rest", /./, 100],
];

const mocha = ["node_modules/mocha/bin/mocha.js", "--no-config", "--import=tsx", "--reporter=dot"];
const required = ["./test/standIn/register.cjs", "./test/unit/seed.ts"].map((file) => `--require=${file}`);
const unit = path.join(import.meta.dirname, "unit");
const tests = readdirSync(unit, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".test.ts"),
);
const temporary = mkdtempSync(path.join(tmpdir(), "oz-fuzz-"));
process.on("exit", () => rmSync(temporary, { recursive: true }));
const tally = path.join(temporary, "tally");

/** @returns the name of the surface that a test file tries; undefined if it tries none */
function surfaceOf(name: string): string | undefined {
  const isProperty = readFileSync(path.join(unit, name), "utf8").includes("fc.assert(");
  if (!isProperty || name === "seed.test.ts") return undefined;
  return SURFACES.find(([, pattern]) => pattern.test(name.replaceAll("\\", "/")))?.[0];
}

/** Runs the tests of a surface once. @returns how many inputs were tried, undefined if a test failed */
function tryOnce(files: readonly string[], runs: number, seed: string): number | undefined {
  rmSync(tally, { force: true });
  const paths = files.map((name) => path.join(unit, name));
  const { status } = spawnSync(process.execPath, [...mocha, ...required, "--timeout=900000", ...paths], {
    env: { ...process.env, FUZZ_SEED: seed, FUZZ_RUNS: String(runs), FUZZ_TALLY: tally },
    stdio: "inherit",
  });
  if (status !== 0) return undefined;
  return readFileSync(tally, "utf8")
    .split("\n")
    .reduce((sum, line) => sum + Number(line), 0);
}

const named = tests.map((name) => [name, surfaceOf(name)] as const);
const surfaces = SURFACES.map(
  ([surface, , runs]) =>
    [surface, runs, named.filter(([, its]) => its === surface).map(([name]) => name)] as const,
);
const inputs = Number(process.argv[2] ?? INPUTS);
const counts = new Map<string, number>();
let total = 0;
for (let round = 1; total < inputs; round++) {
  const seed = process.env.FUZZ_SEED ?? String(randomInt(2 ** 31));
  for (const [surface, runs, files] of surfaces) {
    if (files.length === 0) continue;
    console.log(`Round ${round}, ${surface}: FUZZ_SEED=${seed}`);
    const count = tryOnce(files, runs, seed);
    if (count === undefined) {
      console.error(`Failed. The same values again: FUZZ_SEED=${seed} npm run fuzz 1`);
      process.exit(1);
    }
    counts.set(surface, (counts.get(surface) ?? 0) + count);
    total += count;
  }
}

for (const [surface] of SURFACES)
  console.log(`${(counts.get(surface) ?? 0).toLocaleString("en").padStart(11)}  ${surface}`);
console.log(`${total.toLocaleString("en")} inputs, 0 failures`);
