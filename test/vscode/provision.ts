import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { npm } from "./npm";
import { here, serverNode } from "./systems";
import { pins, type Version } from "./versions";

/** A VS Code server build on this machine. */
export interface Build {
  /** Its version, such as `1.100.3`. */
  readonly vscode: string;
  /** The Node executable to run it with. */
  readonly node: string;
  /** The build's main script. */
  readonly main: string;
}

const home = path.join(import.meta.dirname, "../../.vscode-test");

/** Returns a VS Code server build, and installs it from the npm registry the first time. */
export async function provision(version: Version): Promise<Build> {
  const pin = pins[version];
  const node = serverNode(here, version);
  if (node === undefined)
    throw new Error(
      `No VS Code server is available for ${here.platform}-${here.arch}. Run "npm run test:desktop" instead.`,
    );

  const [nodePackage, nodeVersion] = node.split("@") as [string, string];
  const folder = path.join(home, `server-${pin.vscode}-node-${nodeVersion}`);
  if (!isFinished(folder)) await install(folder, pin.vscode, [`code-server@${pin.codeServer}`, node]);
  return {
    vscode: pin.vscode,
    node: path.join(folder, "node_modules", nodePackage, "bin/node"),
    main: path.join(server(folder), "out/server-main.js"),
  };
}

const server = (folder: string): string => path.join(folder, "node_modules/code-server/lib/vscode");
const marker = (folder: string): string => path.join(folder, "finished");
const isFinished = (folder: string): boolean => existsSync(marker(folder));

/** Installs into a draft folder and renames it at the end, so that no other process uses a half-made build. */
async function install(folder: string, name: string, packages: readonly string[]): Promise<void> {
  const started = performance.now();
  const draft = `${folder}.${process.pid}`;
  await removeAbandoned(folder);
  console.log(
    `Installing VS Code ${name} into ${path.relative(process.cwd(), folder)} (only once, about 0.6 GB)…`,
  );
  await mkdir(draft, { recursive: true });
  try {
    await writeFile(path.join(draft, "package.json"), `{ "private": true }\n`);
    await npm(["install", "--save-exact", ...packages], draft);
    console.log(`Installing the dependencies of VS Code ${name}…`);
    await npm(["install", "--omit=dev"], server(draft));
    await writeFile(marker(draft), "");
    await putInPlace(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  console.log(`VS Code ${name} installed in ${Math.round((performance.now() - started) / 1000)} s.`);
}

/** Renames the draft unless another process was faster. Replaces a folder without its marker, as it is damaged. */
async function putInPlace(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (isFinished(folder)) return;
    if (!existsSync(folder)) throw error;
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  }
}

/** Removes drafts of processes that no longer run. */
async function removeAbandoned(folder: string): Promise<void> {
  const prefix = `${path.basename(folder)}.`;
  const drafts = (await readdir(home).catch(() => [])).filter((name) => name.startsWith(prefix));
  for (const draft of drafts) {
    if (isRunning(Number(draft.slice(prefix.length)))) continue;
    await rm(path.join(home, draft), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
