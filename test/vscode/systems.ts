// What differs between systems, as decisions: a system in, what to do there out.
import { pins, type Version } from "./versions";

/** A kind of machine, as Node names it. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/** This machine. */
export const here: System = { platform: process.platform, arch: process.arch };

/** @returns the npm package, with its version, of the Node that runs a VS Code server; undefined if there is no server */
export function serverNode({ platform, arch }: System, version: Version): string | undefined {
  return pins[version].node[`${platform}-${arch}`];
}

/** @returns whether VS Code runs as a server in a browser; if not, the desktop one is downloaded */
export function hasServer(system: System): boolean {
  return serverNode(system, "current") !== undefined && serverNode(system, "minimum") !== undefined;
}

/** A program to start, with its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/**
 * How to start npm.
 * @param script npm's own script, which npm tells those that it runs (`npm_execpath`)
 */
export function npmCommand(
  { platform }: System,
  script: string | undefined,
  ...args: readonly string[]
): Command {
  if (script?.endsWith(".js")) return [process.execPath, script, ...args];
  // On Windows npm is a batch file, which only a shell can start.
  return platform === "win32" ? ["cmd.exe", "/d", "/c", "npm", ...args] : ["npm", ...args];
}

/** @returns what opens an address in the user's own browser; undefined if there is none */
export function browserCommand(
  { platform }: System,
  hasScreen: boolean,
  address: string,
): Command | undefined {
  if (platform === "darwin") return ["open", address];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", address];
  return hasScreen ? ["xdg-open", address] : undefined;
}

/** @returns what ends a process and its children; undefined where a signal to its group does */
export function endCommand({ platform }: System, pid: number): Command | undefined {
  return platform === "win32" ? ["taskkill", "/F", "/T", "/PID", String(pid)] : undefined;
}
