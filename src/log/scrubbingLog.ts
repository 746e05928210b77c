import type { Log } from "./log";
import { scrub } from "./scrub";

/** @returns a log at whose sink every line is scrubbed, whoever wrote it */
export function scrubbingLog(sink: Log): Log {
  return {
    debug: (line) => sink.debug(scrub(line)),
    info: (line) => sink.info(scrub(line)),
    warn: (line) => sink.warn(scrub(line)),
    error: (line) => sink.error(scrub(line)),
  };
}
