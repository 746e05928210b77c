import type { OzFolder } from "../../oz/model/folder";
import { analysisKind } from "../../status/analysisType";
import { effectiveStatus, hasEnded } from "../../status/effectiveStatus";
import type { FindingCode } from "../../status/finding";
import type { FolderResolution } from "../../status/resolution";
import { isNearThreshold, type Score } from "../../status/score";
import { STATUSES, type Status } from "../../status/status";
import { decidingScore, failureCodes, measuredTime } from "../filter/figureConditions";
import { scoreBins, timeBins } from "./bins";
import { Counter } from "./counter";

/** Milliseconds in which creations are counted together: no bar of a chart is narrower. */
export const MINUTE = 60_000;

/** The kinds of analyses that have scores, see `analysisKind`. */
export const SCORED_KINDS: readonly string[] = ["QUALITY", "BIOMETRY", "COLLECTION"].map(analysisKind);

/** Folders by the deciding scores of one kind of analysis. */
export class ScoreSums {
  /** Those with a score, and those with one near a threshold. */
  readonly folders = new Counter<"scored" | "near">();
  /** By index in `scoreBins`. */
  readonly bins = new Counter<number>();
  /** Those with a score near a threshold, by the result of that analysis. */
  readonly near = new Counter<Status>();
  readonly thresholds = new Counter<number>();
}

/** What is needed of a folder. */
export type SummedFolder = Pick<OzFolder, "createdAt" | "resolution">;

/** How many folders were created in each minute, by result. Times are epoch milliseconds. */
export type Creations = readonly { readonly at: number; readonly result: Status; readonly count: number }[];

interface Scored {
  readonly score: Score;
  readonly result: Status;
}

/**
 * How many folders there are of each sort. A folder is added and taken away again in the time that its own analyses take,
 * however many others there are. It counts once in each sum, even if several of its analyses belong there.
 */
export class OverviewSums {
  readonly results = new Counter<Status>();
  readonly times = new Counter<"measured" | "withoutTimes" | "notEnded">();
  /** By milliseconds to the result. */
  readonly taken = new Counter<number>();
  /** By index in `timeBins`. */
  readonly takenBins = new Counter<number>();
  readonly scores: ReadonlyMap<string, ScoreSums> = new Map(
    SCORED_KINDS.map((kind) => [kind, new ScoreSums()]),
  );
  readonly errorCodes = new Counter<string>();
  readonly findings = new Counter<FindingCode>();
  /** By minute and result, see `creationKey`. */
  private readonly created = new Counter<number>();
  private total = 0;
  private undated = 0;

  /** How many folders are summed up. */
  get count(): number {
    return this.total;
  }

  /** How many of them have no time of creation. */
  get withoutCreation(): number {
    return this.undated;
  }

  /** Earliest first. */
  get creations(): Creations {
    return [...this.created.entries]
      .sort(([a], [b]) => a - b)
      .map(([key, count]) => {
        const minute = Math.floor(key / STATUSES.length);
        const result = STATUSES[key - minute * STATUSES.length] ?? "UNKNOWN";
        return { at: minute * MINUTE, result, count };
      });
  }

  add(folder: SummedFolder): void {
    this.change(folder, 1);
  }

  /** @param folder the version that was added */
  remove(folder: SummedFolder): void {
    this.change(folder, -1);
  }

  private change({ createdAt, resolution }: SummedFolder, by: 1 | -1): void {
    const result = effectiveStatus(resolution);
    this.total += by;
    this.results.add(result, by);
    if (createdAt === undefined) this.undated += by;
    else this.created.add(creationKey(createdAt, result), by);
    this.changeTimes(resolution, by);
    for (const [kind, scored] of scoresByKind(resolution)) {
      const sums = this.scores.get(kind);
      if (sums) changeScores(sums, scored, by);
    }
    for (const code of failureCodes(resolution)) this.errorCodes.add(code, by);
    addEach(
      this.findings,
      resolution.findings.map(({ code }) => code),
      by,
    );
  }

  private changeTimes(resolution: FolderResolution, by: 1 | -1): void {
    const time = measuredTime(resolution);
    if (time === undefined) {
      this.times.add(hasEnded(resolution) ? "withoutTimes" : "notEnded", by);
      return;
    }
    this.times.add("measured", by);
    this.taken.add(time, by);
    this.takenBins.add(timeBins.indexOf(time), by);
  }
}

function creationKey(createdAt: number, result: Status): number {
  return Math.floor(createdAt / MINUTE) * STATUSES.length + STATUSES.indexOf(result);
}

function scoresByKind({ groups }: FolderResolution): ReadonlyMap<string, readonly Scored[]> {
  const byKind = new Map<string, Scored[]>();
  for (const { analyses } of groups) {
    for (const analysis of analyses) {
      const score = decidingScore(analysis);
      if (!score) continue;
      const kind = analysisKind(analysis.type);
      const same = byKind.get(kind);
      const scored = { score, result: analysis.result };
      if (same) same.push(scored);
      else byKind.set(kind, [scored]);
    }
  }
  return byKind;
}

function changeScores(sums: ScoreSums, scored: readonly Scored[], by: 1 | -1): void {
  const near = scored.filter(({ score }) => isNearThreshold(score));
  sums.folders.add("scored", by);
  if (near.length > 0) sums.folders.add("near", by);
  addEach(
    sums.bins,
    scored.map(({ score }) => scoreBins.indexOf(score.value)),
    by,
  );
  addEach(
    sums.near,
    near.map(({ result }) => result),
    by,
  );
  addEach(
    sums.thresholds,
    scored.flatMap(({ score }) => thresholdsOf(score)),
    by,
  );
}

function thresholdsOf({ threshold, lowerThreshold }: Score): readonly number[] {
  return [threshold, lowerThreshold].filter((one) => one !== undefined);
}

/** Counts each key once. */
function addEach<Key>(counter: Counter<Key>, keys: readonly Key[], by: 1 | -1): void {
  for (const key of keys.length > 1 ? new Set(keys) : keys) counter.add(key, by);
}
