import { parseArgs } from "node:util";
import type { StartOptions } from "./start";

export const HELP = `Starts an Oz API sandbox with invented data. Only this machine can reach it.

  npm run sandbox -- [flags]

  --port <number>              port on 127.0.0.1; 0 for any free port (default 8080)
  --folders <number>           folders at the start (default 10000)
  --seed <number>              the same seed gives the same data (default 1)
  --arrivals <seconds>         time between new folders; 0 for none (default 10)
  --session-lifetime <seconds> time until a session expires without requests (default 900)
  --latency <milliseconds>     delay of every reply (default 0)
  --help                       show this text
`;

const FLAGS = {
  port: { fallback: 8080, max: 65_535, whole: true },
  folders: { fallback: 10_000, max: 1_000_000_000, whole: true },
  seed: { fallback: 1, max: 2 ** 32 - 1, whole: true },
  arrivals: { fallback: 10, max: 86_400, whole: false },
  "session-lifetime": { fallback: 900, max: 10 * 365 * 86_400, whole: false },
  latency: { fallback: 0, max: 600_000, whole: true },
} as const;

/**
 * Parses the command line.
 * @param args without the program and the script
 * @throws Error with one sentence for an unknown flag or an invalid value
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
  const { fallback, max, whole } = FLAGS[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value <= max && (!whole || Number.isInteger(value))) return value;
  throw new Error(`--${name} takes a ${whole ? "whole " : ""}number from 0 to ${max}, not "${text}".`);
}

/** Reduces Node's error message to its first sentence. */
function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\.\s|\n/);
    throw new Error(`${sentence.replace(/\.$/, "")}.`, { cause: error });
  }
}
