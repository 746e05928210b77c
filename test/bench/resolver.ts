// How long resolving takes beside the parsing that it follows: `npm run bench`.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { measure, type Measurement } from "./measure";
import { folderPage, largeFolder } from "./pages";

/** Resolving shall take no more than this part of the time in which the same bytes are parsed. */
const AIM = 0.1;

function row(measurement: Measurement): Record<string, string | number> {
  const { name, bytes, folders, analyses, parse, resolve } = measurement;
  return {
    page: name,
    KB: Math.round(bytes / 1000),
    analyses,
    "parse ms": Number(parse.toFixed(3)),
    "resolve ms": Number(resolve.toFixed(3)),
    "folders/s": Math.round((folders / resolve) * 1000),
    "µs/analysis": Number(((resolve / analyses) * 1000).toFixed(2)),
    ratio: Number((resolve / parse).toFixed(3)),
  };
}

async function main(): Promise<void> {
  const page = await folderPage(100);
  const measurements = [
    measure("100 folders", page, 1000),
    measure("5,000 folders", await folderPage(5000), 30),
    measure("1 folder, 50 groups", largeFolder(page, 50, 1000), 200),
    measure("1 folder, 500 groups", largeFolder(page, 500, 10_000), 30),
  ];
  const rows = measurements.map(row);
  console.table(rows);
  console.log(`Aim: a ratio of at most ${AIM}, and the same µs/analysis for large pages as for small ones.`);
  mkdirSync("out", { recursive: true });
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  writeFileSync("out/bench.json", `${JSON.stringify({ machine, aim: AIM, measurements, rows }, null, 2)}\n`);
}

void main();
