import { format } from "node:util";

/** Messages about this host, which lacks a gallery, AI, and parts that are built or downloaded at install. */
const noise = [
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /additional builtin extensions/,
  /^ChatSessionStore/,
  /^\[(reconnection-grace-time|AgentHost\b|AccountPolicyGate|Service Worker)/,
  /^Error: Could not locate the bindings file/,
  /^A system error occurred \(spawn \S+ripgrep/,
  /^Cannot find module '\.\/build\/Release\/watchdog'/,
];

/** Prints a line of VS Code's console unless it is noise. */
export function relayConsole(type: string, args: readonly unknown[]): void {
  const line = format(...args);
  if (noise.some((pattern) => pattern.test(line))) return;
  if (type === "error" || type === "warn") console.error(line);
  else console.log(line);
}
