import type { Status } from "../../../src/status/status";

/**
 * A second implementation of the rules of statuses.md: slow and obvious, and without any code of the resolver, so that
 * the two can be compared.
 */

/** A generated analysis. */
export interface AnalysisJson {
  readonly analysis_id: string;
  readonly state: unknown;
  readonly resolution_status: unknown;
  readonly resolution?: unknown;
  readonly group_id?: string | null;
  readonly time_created?: number | null;
  readonly time_updated?: number | null;
}

export interface OracleGroup {
  readonly ids: readonly string[];
  readonly result: Status;
  readonly running: boolean;
  readonly updatedAt: number | undefined;
  readonly finishedAt: number | undefined;
}

const BADNESS: Readonly<Record<Status, number>> = {
  INITIAL: 8,
  PROCESSING: 7,
  FAILED: 6,
  DECLINED: 5,
  OPERATOR_REQUIRED: 4,
  UNKNOWN: 3,
  FINISHED: 2,
  SUCCESS: 1,
};
const WORST_FIRST = Object.keys(BADNESS) as Status[];

/** @returns a number that is larger for worse statuses */
export function badness(status: Status): number {
  return BADNESS[status];
}

function read(raw: unknown): Status | undefined {
  if (raw === null || raw === undefined || raw === "") return undefined;
  return (
    WORST_FIRST.find(
      (status) => status !== "UNKNOWN" && typeof raw === "string" && status === raw.toUpperCase(),
    ) ?? "UNKNOWN"
  );
}

function written(json: AnalysisJson): Status | undefined {
  return read(json.resolution_status) ?? read(json.resolution);
}

/** Rule 1. */
function result(json: AnalysisJson): Status {
  const state = read(json.state);
  if (state === "INITIAL" || state === "PROCESSING" || state === "FAILED") return state;
  return written(json) ?? state ?? "UNKNOWN";
}

/** If the server gives no state, the result tells how far the analysis is. */
function progress(json: AnalysisJson): Status {
  return read(json.state) ?? written(json) ?? "UNKNOWN";
}

const isWaiting = (json: AnalysisJson): boolean => progress(json) === "INITIAL";
const isRunning = (json: AnalysisJson): boolean => ["INITIAL", "PROCESSING"].includes(progress(json));
const isTerminal = (json: AnalysisJson): boolean =>
  ["FINISHED", "FAILED", "DECLINED", "OPERATOR_REQUIRED", "SUCCESS"].includes(progress(json));

/** Rule 6. A group without an ID grows by every analysis created within a second of one of its members. */
function split(analyses: readonly AnalysisJson[]): AnalysisJson[][] {
  const ids = [...new Set(analyses.map((json) => json.group_id ?? undefined))];
  const groups = ids
    .filter((id) => id !== undefined)
    .map((id) => analyses.filter((json) => json.group_id === id));
  let rest = analyses.filter((json) => (json.group_id ?? undefined) === undefined);
  while (rest.length > 0) {
    let cluster = rest.slice(0, 1);
    for (;;) {
      const members = cluster;
      const near = rest.filter((json) =>
        members.some(({ time_created: one }) => {
          const other = json.time_created;
          const missing = [one, other].filter((time) => (time ?? undefined) === undefined).length;
          return missing === 2 || (missing === 0 && Math.abs(Number(one) - Number(other)) <= 1);
        }),
      );
      if (near.length === cluster.length) break;
      cluster = near;
    }
    groups.push(cluster);
    const taken = cluster;
    rest = rest.filter((json) => !taken.includes(json));
  }
  return groups;
}

/** Rules 2 and 4. */
export function oracleGroups(analyses: readonly AnalysisJson[]): OracleGroup[] {
  return split(analyses).map((members) => {
    const times = members.flatMap((json) => json.time_updated ?? json.time_created ?? []);
    return {
      ids: members.map((json) => json.analysis_id),
      result: WORST_FIRST.find((status) => members.some((json) => result(json) === status)) ?? "SUCCESS",
      running: members.some(isRunning),
      updatedAt: times.length === 0 ? undefined : Math.max(...times) * 1000,
      finishedAt: members.every((json) => isTerminal(json) && (json.time_updated ?? undefined) !== undefined)
        ? Math.max(...times) * 1000
        : undefined,
    };
  });
}

export interface OracleFolder {
  readonly status: Status;
  readonly result: Status;
  readonly settledResult: Status | undefined;
  readonly terminal: boolean;
}

/** Rules 3, 4, 6 and 7. */
export function oracle(analyses: readonly AnalysisJson[]): OracleFolder {
  const groups = oracleGroups(analyses);
  const finished = groups.filter(({ running }) => !running);
  const latest = Math.max(...finished.map(({ updatedAt }) => updatedAt ?? -Infinity));
  const [last] = finished
    .filter(({ updatedAt }) => (updatedAt ?? -Infinity) === latest)
    .sort((a, b) => badness(b.result) - badness(a.result));
  // Without analyses, or if all of them have not begun.
  if (analyses.every(isWaiting)) {
    return { status: "INITIAL", result: "INITIAL", settledResult: undefined, terminal: false };
  }
  if (analyses.some(isRunning)) {
    return { status: "PROCESSING", result: "PROCESSING", settledResult: last?.result, terminal: false };
  }
  const terminal = analyses.every(isTerminal);
  const hasFailed = analyses.some((json) => progress(json) === "FAILED");
  const status = hasFailed ? "FAILED" : terminal ? "FINISHED" : "UNKNOWN";
  return { status, result: last?.result ?? "UNKNOWN", settledResult: undefined, terminal };
}
