// `npm run bench [-- NAME…]`: prints a table for each benchmark and writes all of them to out/bench.json.
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { exitWith } from "../vscode/exit";
import { bundle, bundleOf } from "./bundle";
import { measureDelay } from "./delay";
import { measureHovers } from "./hover";
import { measureOpening } from "./opening";
import { measurePolls } from "./poll";
import type { Row } from "./row";

type Measure = () => Promise<readonly Row[]>;

interface Benchmark {
  readonly name: string;
  readonly title: string;
  readonly measure: Measure;
}

/** Runs a file of this folder in a process of its own, so that no benchmark warms up or clutters another. */
const inProcess =
  (name: string): Measure =>
  async () => {
    const child = fork(bundleOf(name), { execArgv: ["--expose-gc"] });
    const failed = once(child, "exit").then(() => Promise.reject(new Error(`${name} gave no figures.`)));
    const [rows] = (await Promise.race([once(child, "message"), failed])) as [readonly Row[]];
    return rows;
  };

const benchmarks: readonly Benchmark[] = [
  {
    name: "resolver",
    title: "Resolving beside the parsing that it follows",
    measure: inProcess("resolver"),
  },
  {
    name: "limits",
    title: "For how long nothing else happens while replies at the limits are taken in",
    measure: inProcess("limits"),
  },
  {
    name: "requests",
    title: "Requests a minute, by a fast-forwarded clock",
    measure: inProcess("requests"),
  },
  {
    name: "heap",
    title: "Heap that loaded folders keep, without their rows",
    measure: inProcess("heap"),
  },
  {
    name: "opening",
    title: "Opening the view in VS Code, and what comes before",
    measure: measureOpening,
  },
  {
    name: "poll",
    title: "One poll in VS Code, in which 1 of 10,000 loaded folders has changed",
    measure: measurePolls,
  },
  {
    name: "hover",
    title: "Hovering ids in a log of 50 MB with 100,000 of them, beside 10,000 loaded folders",
    measure: measureHovers,
  },
  {
    name: "delay",
    title: "From a change on the server to the status bar of VS Code, in milliseconds",
    measure: measureDelay,
  },
];

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const names = benchmarks.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`Choose among ${names.join(", ")}.`);
  await bundle(["resolver", "limits", "requests", "heap", "sandboxes"]);

  const results: Record<string, unknown> = {};
  for (const { name, title, measure } of benchmarks) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const load = loadavg()[0];
    const rows = await measure();
    console.log(`\n${title} (${name}; load ${load?.toFixed(1)})`);
    console.table(rows);
    results[name] = { title, load, rows };
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const file = path.join(import.meta.dirname, "../../out/bench.json");
  writeFileSync(file, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  return 0;
}

void exitWith(main);
