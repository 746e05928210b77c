// Every property test takes its seed from here: `npm test` always tries the same values, `npm run fuzz` others and more,
// and has them counted.
import { appendFileSync } from "node:fs";
import fc from "fast-check";

/** Any number. */
const FIXED_SEED = 20_261_126;

const { FUZZ_SEED, FUZZ_RUNS, FUZZ_TALLY } = process.env;

// eslint-disable-next-line no-restricted-syntax -- the one place
fc.configureGlobal({
  seed: FUZZ_SEED === undefined ? FIXED_SEED : Number(FUZZ_SEED),
  // Where a test does not say how many values it tries.
  ...(FUZZ_RUNS !== undefined && { numRuns: Number(FUZZ_RUNS) }),
});

if (FUZZ_TALLY !== undefined)
  fc.installGlobalPlugin(() => ({
    onAllRunsComplete: ({ numRuns }) => appendFileSync(FUZZ_TALLY, `${numRuns}\n`),
  }));
