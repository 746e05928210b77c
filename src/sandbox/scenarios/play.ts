import { isUnsettled, KNOWN_STATUSES, type KnownStatus } from "../../status/status";
import { ABSENT, type AnalysisPlan, type Scenario, type Written } from "./scenario";

/** An analysis at a given time. Times are milliseconds from the creation of the folder. */
export interface PlayedAnalysis {
  readonly plan: AnalysisPlan;
  readonly ordinal: number;
  readonly group: number;
  /** INITIAL while it is queued, PROCESSING while it is running, then how it ended. */
  readonly outcome: "INITIAL" | AnalysisPlan["ends"];
  readonly created: number;
  readonly updated: number;
}

/** A folder at a given time. */
export interface Played {
  readonly status: Written;
  readonly result: Written;
  /** Milliseconds from the creation of the folder. */
  readonly updated: number;
  readonly analyses: readonly PlayedAnalysis[];
}

/** Milliseconds that the server needs to store an upload. */
const UPLOAD_TIME = 340;

/**
 * Plays a scenario up to a given time by the rules of the status document (oz-api.md 8): INITIAL until the first POST,
 * PROCESSING while any analysis is running, then the worst result of the group that finished last. The scenario may lag
 * behind, keep its result or queue its analyses.
 * @param elapsed milliseconds from the creation of the folder; Infinity for the end
 */
export function play(scenario: Scenario, elapsed: number): Played {
  const end = playToTheEnd(scenario);
  return elapsed >= end.updated ? end : playUntil(scenario, elapsed);
}

const ends = new WeakMap<Scenario, Played>();

/** Cached, because a million folders share a few dozen scenarios. */
export function playToTheEnd(scenario: Scenario): Played {
  const known = ends.get(scenario);
  if (known) return known;
  const played = playUntil(scenario, Infinity);
  ends.set(scenario, played);
  return played;
}

function playUntil(scenario: Scenario, elapsed: number): Played {
  const analyses = playAnalyses(scenario, elapsed);
  const planned = scenario.groups.flatMap((group) => group.analyses).length;
  const atTheEnd =
    analyses.length === planned && analyses.every(({ plan, outcome }) => outcome === plan.ends);
  const changed = Math.max(...analyses.map((each) => each.updated));
  const settled = analyses.some(isRunning) ? changed : changed + milliseconds(scenario.lag ?? 0);
  const isLagging = elapsed < settled;
  const statuses = {
    resolution_status: isLagging ? "PROCESSING" : statusOf(analyses),
    system_resolution: isLagging ? "PROCESSING" : resultOf(analyses, scenario.keepsResult),
    ...(atTheEnd && !isLagging ? scenario.overrides : undefined),
  };
  return {
    status: statuses.resolution_status,
    result: statuses.system_resolution,
    updated: Math.max(Math.min(UPLOAD_TIME, elapsed), isLagging ? changed : settled),
    analyses,
  };
}

function playAnalyses(scenario: Scenario, elapsed: number): PlayedAnalysis[] {
  const played: PlayedAnalysis[] = [];
  let ordinal = 0;
  for (const [group, { at, analyses }] of scenario.groups.entries()) {
    for (const plan of analyses) {
      const created = milliseconds(at);
      const end = created + milliseconds(plan.after);
      const begun = created + milliseconds(scenario.queue ?? 0);
      const analysis = { plan, ordinal, group, created };
      if (plan.ends !== "PROCESSING" && elapsed >= end) {
        played.push({ ...analysis, outcome: plan.ends, updated: end });
      } else if (elapsed >= begun) {
        played.push({ ...analysis, outcome: "PROCESSING", updated: begun });
      } else if (elapsed >= created) {
        played.push({ ...analysis, outcome: "INITIAL", updated: created });
      }
      ordinal++;
    }
  }
  return played;
}

function isRunning({ outcome }: PlayedAnalysis): boolean {
  return isUnsettled(outcome);
}

/** Rounded, because years after the creation of the folder, seconds times 1000 are not exact. */
function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

function statusOf(analyses: readonly PlayedAnalysis[]): KnownStatus {
  if (analyses.length === 0) return "INITIAL";
  if (analyses.some(isRunning)) return "PROCESSING";
  return analyses.some(({ outcome }) => outcome === "FAILED") ? "FAILED" : "FINISHED";
}

function resultOf(analyses: readonly PlayedAnalysis[], keepsResult = false): KnownStatus {
  if (analyses.length === 0) return "INITIAL";
  const running = new Set(analyses.filter(isRunning).map(({ group }) => group));
  if (running.size === 0) return lastResult(analyses);
  const settled = analyses.filter(({ group }) => !running.has(group));
  return keepsResult && settled.length > 0 ? lastResult(settled) : "PROCESSING";
}

/** @param analyses at least one, none of them running */
function lastResult(analyses: readonly PlayedAnalysis[]): KnownStatus {
  const end = Math.max(...analyses.map(({ updated }) => updated));
  // Of two groups that finished at the same moment, the worse one counts.
  const last = new Set(analyses.filter(({ updated }) => updated === end).map(({ group }) => group));
  return worst(analyses.filter(({ group }) => last.has(group)));
}

function worst(analyses: readonly PlayedAnalysis[]): KnownStatus {
  const outcomes = new Set<KnownStatus>(analyses.map(({ outcome }) => outcome));
  return KNOWN_STATUSES.find((status) => outcomes.has(status)) ?? "SUCCESS";
}

/** @returns the JSON value of a status member; undefined omits the member */
export function writtenJson(written: Written): string | null | undefined {
  return written === ABSENT ? undefined : written;
}
