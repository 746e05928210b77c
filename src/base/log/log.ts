import type { Clock } from "../clock";
import { MAX_LOG_LINE, MAX_LOG_LINES } from "../limits";
import type { Scrubber } from "./scrubber";

/** A log: one line per event, without bodies of requests and replies, without secrets. */
export interface Log {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** A line that was logged. */
export interface LogLine {
  /** When, in ISO 8601. */
  readonly at: string;
  readonly level: keyof Log;
  readonly text: string;
}

/** A log that keeps its last lines in memory. */
export interface KeptLog extends Log {
  /** The last lines, oldest first. */
  readonly lines: readonly LogLine[];
}

/** @returns a log that scrubs every line just before it keeps it and it reaches the sink */
export function scrubbingLog(sink: Log, scrubber: Scrubber, clock: Pick<Clock, "now">): KeptLog {
  const lines: LogLine[] = [];
  const write = (level: keyof Log, line: string): void => {
    const text = scrubber.scrub(line);
    lines.push({ at: new Date(clock.now()).toISOString(), level, text: text.slice(0, MAX_LOG_LINE) });
    if (lines.length > MAX_LOG_LINES) lines.shift();
    sink[level](text);
  };
  return {
    lines,
    debug: (line) => write("debug", line),
    info: (line) => write("info", line),
    warn: (line) => write("warn", line),
    error: (line) => write("error", line),
  };
}
