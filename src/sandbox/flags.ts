import { parseArgs } from "node:util";
import type { StartOptions } from "./start";

export const HELP = `Starts a sandbox of Oz API with invented data, for this machine only.

  npm run sandbox -- [flags]

  --port <number>              8080; 0 takes any free one
  --folders <number>           folders that are there at the start: 10000
  --seed <number>              same seed, same data: 1
  --arrivals <seconds>         between new folders: 10; 0 for none
  --session-lifetime <seconds> after the last request: 900
  --latency <milliseconds>     that every reply waits: 0
  --help                       this text
`;

const FLAGS = {
  port: { fallback: 8080, most: 65_535, whole: true },
  folders: { fallback: 10_000, most: 1_000_000_000, whole: true },
  seed: { fallback: 1, most: 2 ** 32 - 1, whole: true },
  arrivals: { fallback: 10, most: 86_400, whole: false },
  "session-lifetime": { fallback: 900, most: 10 * 365 * 86_400, whole: false },
  latency: { fallback: 0, most: 600_000, whole: true },
} as const;

/**
 * Reads the command line of the sandbox.
 * @param args without the program and the script
 * @returns what to start; "help" when that was asked for
 * @throws Error with one sentence for an unknown flag or a bad value
 */
export function readFlags(args: readonly string[]): StartOptions | "help" {
  const text = { type: "string" } as const;
  const { values } = parse(() =>
    parseArgs({
      args: [...args],
      options: {
        port: text,
        folders: text,
        seed: text,
        arrivals: text,
        "session-lifetime": text,
        latency: text,
        help: { type: "boolean" },
      },
    }),
  );
  if (values.help) return "help";
  const number = (name: keyof typeof FLAGS): number => readNumber(name, values[name]);
  return {
    port: number("port"),
    folders: number("folders"),
    seed: number("seed"),
    arrivalInterval: number("arrivals") * 1000,
    sessionLifetime: number("session-lifetime") * 1000,
    latency: number("latency"),
  };
}

function readNumber(name: keyof typeof FLAGS, text: string | undefined): number {
  const { fallback, most, whole } = FLAGS[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value <= most && (!whole || Number.isInteger(value))) return value;
  throw new Error(`--${name} takes a ${whole ? "whole " : ""}number from 0 to ${most}, not "${text}".`);
}

/** Keeps the first sentence of what Node says. */
function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\.\s|\n/);
    throw new Error(`${sentence.replace(/\.$/, "")}.`, { cause: error });
  }
}
