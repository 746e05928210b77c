// The main file that wraps the measured extension: times its start, counts its rows, and reports both by commands.
import { statSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { commands, type ExtensionContext } from "vscode";
import type * as Extension from "../../../src/extension";
import { connect, connectedTo } from "./connect";
import { timeHovers } from "./hovers";
import { countRows } from "./rows";
import { requestTimes, watchEach } from "./watchers";

/** Milliseconds of wall-clock and of processor time: only the former grows when other processes are busy. */
export interface Took {
  readonly ms: number;
  readonly cpu: number;
}

/** The cost of starting the extension, and the bytes loaded for it. */
export interface Start {
  readonly load: Took;
  readonly activate: Took;
  readonly bytes: number;
}

const rows = countRows();
const hovers = timeHovers();
const loadTook = stopwatch();
// eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded as VS Code loads it
const { activate: start } = require("./dist/extension.js") as typeof Extension;
const load = loadTook();

/** @returns a function that returns the time since this call */
function stopwatch(): () => Took {
  const begin = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - begin, cpu: (user + system) / 1000 };
  };
}

/** @returns bytes of the extension's own files that are loaded so far */
function loadedBytes(): number {
  const dist = path.join(__dirname, "dist") + path.sep;
  const files = Object.keys(require.cache).filter((file) => file.startsWith(dist));
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

/** @returns bytes of heap in use after garbage collection */
function retained(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed;
}

export function activate(context: ExtensionContext): unknown {
  const activateTook = stopwatch();
  const api = start(context);
  const started: Start = { load, activate: activateTook(), bytes: loadedBytes() };
  const jobs = {
    "ozBench.start": () => started,
    "ozBench.connectedTo": () => connectedTo(context),
    "ozBench.connect": (address: string) => connect(context, address),
    "ozBench.rows": rows,
    /** Milliseconds that this extension host has been busy since it started. */
    "ozBench.busy": () => performance.eventLoopUtilization().active,
    "ozBench.heap": retained,
    "ozBench.openLog": hovers.open,
    "ozBench.hoverLog": hovers.hover,
    "ozBench.watchEach": watchEach,
    "ozBench.requestTimes": requestTimes,
  };
  for (const [id, job] of Object.entries(jobs)) context.subscriptions.push(register(id, job));
  return api;
}

function register(id: string, job: (...args: never[]) => unknown): { dispose(): unknown } {
  return commands.registerCommand(id, job);
}
