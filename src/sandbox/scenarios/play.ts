import { KNOWN_STATUSES, type KnownStatus } from "../../status/status";
import { ABSENT, type AnalysisPlan, type Scenario, type Written } from "./scenario";

/** An analysis at one moment. Times are milliseconds from the creation of the folder. */
export interface PlayedAnalysis {
  readonly plan: AnalysisPlan;
  readonly ordinal: number;
  readonly group: number;
  /** PROCESSING while it runs, else how it ended. */
  readonly outcome: AnalysisPlan["ends"];
  readonly created: number;
  readonly updated: number;
}

/** A folder at one moment. `updated` is milliseconds from its creation. */
export interface Played {
  readonly status: Written;
  readonly result: Written;
  readonly updated: number;
  readonly analyses: readonly PlayedAnalysis[];
}

/** How long the server takes to store what was uploaded. */
const STORED = 340;

/**
 * Plays a scenario up to a moment, as the status document has it (oz-api.md 8): INITIAL until the first POST,
 * PROCESSING while any analysis runs, then the worst word of the group that finished last.
 * @param elapsed milliseconds from the creation of the folder; Infinity for all that will ever happen
 */
export function play(scenario: Scenario, elapsed: number): Played {
  const end = playToTheEnd(scenario);
  return elapsed >= end.updated ? end : playUntil(scenario, elapsed);
}

const ends = new WeakMap<Scenario, Played>();

/** @returns the end of a scenario, played once: a million folders share a few dozen scenarios */
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
  const says = atTheEnd ? scenario.says : undefined;
  return {
    status: says?.resolution_status === undefined ? statusOf(analyses) : says.resolution_status,
    result: says?.system_resolution === undefined ? resultOf(analyses) : says.system_resolution,
    updated: Math.max(Math.min(STORED, elapsed), ...analyses.map((each) => each.updated)),
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
      const ended = plan.ends !== "PROCESSING" && elapsed >= end;
      if (elapsed >= created) {
        const updated = ended ? end : created;
        played.push({ plan, ordinal, group, outcome: ended ? plan.ends : "PROCESSING", created, updated });
      }
      ordinal++;
    }
  }
  return played;
}

/** Whole ones: a group that is posted years after its folder was created has seconds that no product hits exactly. */
function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

function statusOf(analyses: readonly PlayedAnalysis[]): KnownStatus {
  if (analyses.length === 0) return "INITIAL";
  if (analyses.some(({ outcome }) => outcome === "PROCESSING")) return "PROCESSING";
  return analyses.some(({ outcome }) => outcome === "FAILED") ? "FAILED" : "FINISHED";
}

function resultOf(analyses: readonly PlayedAnalysis[]): KnownStatus {
  if (analyses.length === 0) return "INITIAL";
  if (analyses.some(({ outcome }) => outcome === "PROCESSING")) return "PROCESSING";
  const end = Math.max(...analyses.map(({ updated }) => updated));
  // Of two groups that finished in the same moment the worse one counts.
  const last = new Set(analyses.filter(({ updated }) => updated === end).map(({ group }) => group));
  return worst(analyses.filter(({ group }) => last.has(group)));
}

function worst(analyses: readonly PlayedAnalysis[]): KnownStatus {
  const words = new Set<KnownStatus>(analyses.map(({ outcome }) => outcome));
  return KNOWN_STATUSES.find((word) => words.has(word)) ?? "SUCCESS";
}

/** @returns the value of a status member to write; undefined leaves it out */
export function written(word: Written): string | null | undefined {
  return word === ABSENT ? undefined : word;
}
