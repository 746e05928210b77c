/** The seven words that Oz API uses for states and results, in the order of the status document's matrix. */
export const STATUS_WORDS = [
  "INITIAL",
  "PROCESSING",
  "FAILED",
  "FINISHED",
  "DECLINED",
  "OPERATOR_REQUIRED",
  "SUCCESS",
] as const;

export type StatusWord = (typeof STATUS_WORDS)[number];

/** A word of the document, or UNKNOWN for anything else that a server says. */
export type Status = StatusWord | "UNKNOWN";

const known: ReadonlyMap<unknown, StatusWord> = new Map(STATUS_WORDS.map((word) => [word, word]));

/**
 * Reads one status member as it came. Case and surrounding blanks do not matter (rule 6 of statuses.md).
 * @param raw any JSON value
 * @returns the word; "UNKNOWN" for any other word or type; undefined for null, empty and missing, which are the same
 */
export function readStatus(raw: unknown): Status | undefined {
  if (raw === null || raw === undefined) return undefined;
  const exact = known.get(raw);
  if (exact !== undefined) return exact;
  if (typeof raw !== "string") return "UNKNOWN";
  const word = raw.trim().toUpperCase();
  return word === "" ? undefined : (known.get(word) ?? "UNKNOWN");
}

/**
 * @param raw any JSON value
 * @returns the word as the server wrote it, for showing beside ours; undefined for null, empty and missing
 */
export function rawStatus(raw: unknown): string | undefined {
  if (raw === null) return undefined;
  if (typeof raw === "string") return raw.trim() === "" ? undefined : raw;
  try {
    // Of what is missing, nothing.
    return JSON.stringify(raw);
  } catch {
    // Nested too deeply to be written down.
    return typeof raw;
  }
}

/** @returns whether the word is one that a check ends with */
export function isVerdict(
  status: Status | undefined,
): status is "SUCCESS" | "DECLINED" | "OPERATOR_REQUIRED" {
  return status === "SUCCESS" || status === "DECLINED" || status === "OPERATOR_REQUIRED";
}

/** @returns whether the word says that work is still to come */
export function isUnsettled(status: Status | undefined): status is "INITIAL" | "PROCESSING" {
  return status === "INITIAL" || status === "PROCESSING";
}
