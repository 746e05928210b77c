// `npm test`: runs every layer. The last line counts the tests that passed and failed.
import { layersFor } from "./layers";
import { runLayer, type Layer, type Result } from "./runLayer";
import { exitWith } from "./vscode/exit";
import { here } from "./vscode/systems";
import { makeTemporary } from "./vscode/temporary";

/** One for each of two cores. */
const LANES = 2;

async function main(): Promise<number> {
  const folder = await makeTemporary();
  const results: (Layer & Result)[] = [];
  for (const step of layersFor(here, process.env.npm_execpath)) {
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
