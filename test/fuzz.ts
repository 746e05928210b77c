// `npm run fuzz [ROUNDS]`: runs the property tests round after round, each with values of its own.
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** About half an hour. */
const ROUNDS = 50;
/** Values that a property is tried with in each round, unless it says how many itself: ten times as many as usual. */
const RUNS = "1000";

const folder = path.join(import.meta.dirname, "unit");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => path.join(folder, name))
  .filter((file) => readFileSync(file, "utf8").includes('"fast-check"'));

const mocha = ["node_modules/mocha/bin/mocha.js", "--no-config", "--import=tsx", "--reporter=dot"];
const required = ["./test/standIn/register.cjs", "./test/unit/seed.ts"].map((file) => `--require=${file}`);

const rounds = Number(process.argv[2] ?? ROUNDS);
for (let round = 1; round <= rounds; round++) {
  const seed = String(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
  console.log(`Round ${round} of ${rounds}: FUZZ_SEED=${seed}`);
  const { status } = spawnSync(process.execPath, [...mocha, ...required, "--timeout=600000", ...files], {
    env: { ...process.env, FUZZ_SEED: seed, FUZZ_RUNS: RUNS },
    stdio: "inherit",
  });
  if (status !== 0) {
    console.error(`Failed. The same values again: FUZZ_SEED=${seed} npm run fuzz 1`);
    process.exit(1);
  }
}
