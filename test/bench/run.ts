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
import { measureOverviewPage } from "./overviewPage";
import { measurePolls } from "./poll";
import type { Row } from "./row";

type Measure = () => Promise<readonly Row[]>;

interface Benchmark {
  readonly name: string;
  readonly title: string;
  readonly measure: Measure;
}

/** Runs a file of this folder in its own process, so that no benchmark affects another. */
const inProcess =
  (name: string): Measure =>
  async () => {
    const child = fork(bundleOf(name), { execArgv: ["--expose-gc"] });
    const failed = once(child, "exit").then(() =>
      Promise.reject(new Error(`The benchmark ${name} returned no figures.`)),
    );
    const [rows] = (await Promise.race([once(child, "message"), failed])) as [readonly Row[]];
    return rows;
  };

const benchmarks: readonly Benchmark[] = [
  {
    name: "resolver",
    title: "Resolving, compared with parsing",
    measure: inProcess("resolver"),
  },
  {
    name: "limits",
    title: "How long replies at the limits block the extension host",
    measure: inProcess("limits"),
  },
  {
    name: "requests",
    title: "Requests per minute, on a fast-forwarded clock",
    measure: inProcess("requests"),
  },
  {
    name: "heap",
    title: "Heap used by loaded folders, without their rows",
    measure: inProcess("heap"),
  },
  {
    name: "overview",
    title: "Summing up 10,000 folders, and showing the figures",
    measure: async () => [...(await inProcess("overview")()), ...(await measureOverviewPage())],
  },
  {
    name: "list",
    title: "Reading 10,000 folders for a file, and writing it",
    measure: inProcess("list"),
  },
  {
    name: "opening",
    title: "Starting the extension and opening its view in VS Code",
    measure: measureOpening,
  },
  {
    name: "poll",
    title: "One poll in VS Code with 1 of 10,000 loaded folders changed",
    measure: measurePolls,
  },
  {
    name: "hover",
    title: "Hovering IDs in a log of 50 MB with 100,000 of them, with 10,000 folders loaded",
    measure: measureHovers,
  },
  {
    name: "delay",
    title: "Milliseconds from a change on the server to the status bar of VS Code",
    measure: measureDelay,
  },
];

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const names = benchmarks.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`Unknown benchmark. Choose from ${names.join(", ")}.`);
  await bundle(["resolver", "limits", "requests", "heap", "overview", "list", "sandboxes"]);

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
