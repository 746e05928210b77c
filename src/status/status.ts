import { scalarText } from "../base/readJson";

/** Statuses of work that is not done yet. */
const UNSETTLED = ["INITIAL", "PROCESSING"] as const;

/** What a check ends with. */
const VERDICTS = ["DECLINED", "OPERATOR_REQUIRED", "SUCCESS"] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The statuses that Oz API defines, in the order of the status document's table. */
export const KNOWN_STATUSES = [...UNSETTLED, "FAILED", "FINISHED", ...VERDICTS] as const;

export type KnownStatus = (typeof KNOWN_STATUSES)[number];

/** A status of the document, or UNKNOWN for anything else that a server sends. */
export type Status = KnownStatus | "UNKNOWN";

export const STATUSES: readonly Status[] = [...KNOWN_STATUSES, "UNKNOWN"];

const known: ReadonlyMap<unknown, KnownStatus> = new Map(KNOWN_STATUSES.map((status) => [status, status]));

/**
 * Reads a status from a reply. Case and surrounding spaces are ignored (rule 6 of statuses.md).
 * @param raw any JSON value
 * @returns "UNKNOWN" for any other text or type; undefined for null, empty and missing, which mean the same
 */
export function readStatus(raw: unknown): Status | undefined {
  if (raw === null || raw === undefined) return undefined;
  const exact = known.get(raw);
  if (exact !== undefined) return exact;
  if (typeof raw !== "string") return "UNKNOWN";
  const name = raw.trim().toUpperCase();
  return name === "" ? undefined : (known.get(name) ?? "UNKNOWN");
}

/**
 * @param raw any JSON value
 * @returns the status as the server wrote it; undefined for null, empty and missing
 */
export function rawText(raw: unknown): string | undefined {
  if (raw === null) return undefined;
  if (typeof raw === "string") return raw.trim() === "" ? undefined : raw;
  try {
    // Undefined if the member is missing.
    return scalarText(raw) ?? JSON.stringify(raw);
  } catch {
    // Nested too deeply for JSON.stringify.
    return typeof raw;
  }
}

/** @returns whether a check can end with this status */
export function isVerdict(status: Status | undefined): status is Verdict {
  return (VERDICTS as readonly (Status | undefined)[]).includes(status);
}

/** @returns whether work is still to be done */
export function isUnsettled(status: Status | undefined): status is (typeof UNSETTLED)[number] {
  return (UNSETTLED as readonly (Status | undefined)[]).includes(status);
}

/**
 * Worst first (rule 2 of statuses.md). The document ranks six statuses. UNKNOWN and FINISHED (no result) rank right
 * above SUCCESS: a group with an unknown result has not succeeded, but nothing bad was reported either.
 */
const BADNESS_RANK: Readonly<Record<Status, number>> = {
  INITIAL: 0,
  PROCESSING: 1,
  FAILED: 2,
  DECLINED: 3,
  OPERATOR_REQUIRED: 4,
  UNKNOWN: 5,
  FINISHED: 6,
  SUCCESS: 7,
};

/** @returns negative if `a` is worse than `b`, positive if it is better, 0 if they are equal */
export function compareWorstFirst(a: Status, b: Status): number {
  return BADNESS_RANK[a] - BADNESS_RANK[b];
}
