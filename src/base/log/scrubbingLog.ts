import type { Log } from "./log";
import type { Scrubber } from "./scrubber";

/** @returns a log at whose sink every line is scrubbed, whoever wrote it */
export function scrubbingLog(sink: Log, scrubber: Scrubber): Log {
  return {
    debug: (line) => sink.debug(scrubber.scrub(line)),
    info: (line) => sink.info(scrubber.scrub(line)),
    warn: (line) => sink.warn(scrubber.scrub(line)),
    error: (line) => sink.error(scrubber.scrub(line)),
  };
}
