import type { Log } from "./log";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @returns the line with everything that is shaped like a token made unreadable; ids of objects stay */
export function scrub(line: string): string {
  return line.replace(/\beyJ[\w-]+(?:\.[\w-]*)*|[\w+=-]{24,}/g, (word) => (UUID.test(word) ? word : "…"));
}

/** @returns a log at whose sink every line is scrubbed, whoever wrote it */
export function scrubbingLog(sink: Log): Log {
  return {
    debug: (line) => sink.debug(scrub(line)),
    info: (line) => sink.info(scrub(line)),
    warn: (line) => sink.warn(scrub(line)),
    error: (line) => sink.error(scrub(line)),
  };
}
