// `npm test`: runs every layer. The last line counts the tests that passed and failed.
import { runLayer, type Layer, type Result } from "./runLayer";
import { exitWith } from "./vscode/exit";
import { makeTemporary } from "./vscode/temporary";

const script = (name: string): [string, ...string[]] => ["npm", "run", "--silent", name];
const typescript = (...args: string[]): [string, ...string[]] => [
  process.execPath,
  "--import",
  "tsx",
  ...args,
];

/** Rounds of requests in half a minute at most, and the random numbers, always the same. */
const [SOAK_POLLS, SOAK_SEED] = ["240", "20261126"];

/** The layers of a step run at the same time, `LANES` at once; each step begins when the one before it has ended. */
const steps: readonly (readonly Layer[])[] = [
  [{ name: "VS Code and Chromium", command: typescript("test/vscode/provisionAll.ts"), tests: false }],
  [
    { name: "unit tests", command: script("test:unit"), tests: true },
    { name: "lint", command: script("lint"), tests: false },
    { name: "soak, shortened", command: [...script("soak"), "--", SOAK_POLLS, SOAK_SEED], tests: false },
    { name: "types", command: script("types"), tests: false },
    { name: "format", command: script("format:check"), tests: false },
    // The steps below run the build that this one leaves behind.
    { name: "package", command: script("test:package"), tests: true },
  ],
  [
    {
      name: "broken servers",
      command: [process.execPath, "node_modules/mocha/bin/mocha.js", "--config", "test/faults/.mocharc.json"],
      tests: true,
    },
    { name: "in VS Code, current", command: typescript("test/vscode/runHost.ts", "current"), tests: true },
    { name: "in VS Code, minimum", command: typescript("test/vscode/runHost.ts", "minimum"), tests: true },
  ],
  [
    {
      // Has two lanes of its own.
      name: "clicks in VS Code",
      command: [process.execPath, "node_modules/mocha/bin/mocha.js", "--config", "test/ui/.mocharc.json"],
      tests: true,
    },
  ],
];

/** One for each of two cores. */
const LANES = 2;

async function main(): Promise<number> {
  const folder = await makeTemporary();
  const results: (Layer & Result)[] = [];
  for (const step of steps) {
    const waiting = [...step];
    const runLane = async (): Promise<void> => {
      for (let layer = waiting.shift(); layer; layer = waiting.shift())
        results.push({ ...layer, ...(await runLayer(layer, folder)) });
    };
    await Promise.all(Array.from({ length: LANES }, runLane));
  }

  console.log();
  for (const { name, passed, failed, seconds } of results) {
    const outcome = failed > 0 ? `${failed} failed` : passed > 0 ? `${passed} passed` : "ok";
    console.log(`${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s  ${outcome}`);
  }
  const sum = (key: "passed" | "failed"): number => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") > 0 ? 1 : 0;
}

void exitWith(main);
