import type { Scrubber } from "./scrubber";

/** A log: one line per event, without bodies of requests and replies, without secrets. */
export interface Log {
  debug(line: string): void;
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** @returns a log that scrubs every line just before it reaches the sink */
export function scrubbingLog(sink: Log, scrubber: Scrubber): Log {
  return {
    debug: (line) => sink.debug(scrubber.scrub(line)),
    info: (line) => sink.info(scrubber.scrub(line)),
    warn: (line) => sink.warn(scrubber.scrub(line)),
    error: (line) => sink.error(scrubber.scrub(line)),
  };
}
