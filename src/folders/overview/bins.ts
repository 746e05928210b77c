import { EXPECTED_TIME } from "../../status/processingTime";
import type { NumberRange } from "../filter/folderFilter";

/** Ranges side by side, one for each bar of a chart: every number is in exactly one. */
class Bins {
  readonly ranges: readonly NumberRange[];

  /** @param edges where a range ends and the next begins, ascending; the first and the last range are open */
  constructor(private readonly edges: readonly number[]) {
    this.ranges = [undefined, ...edges].map((from, index) => ({ from, below: edges[index] }));
  }

  /** @returns the index of the range in which a number is */
  indexOf(value: number): number {
    return this.edges.findLastIndex((edge) => value >= edge) + 1;
  }
}

const SCORE_BINS = 20;

/** Scores go from 0 to 1; what is beyond is in the first or the last range. */
export const scoreBins = new Bins(
  Array.from({ length: SCORE_BINS - 1 }, (_, index) => (index + 1) / SCORE_BINS),
);

const SECOND = 1000;

/** Times to a result, finer around the time that Oz Forensics expects. */
export const timeBins = new Bins([
  ...[1, 2, 3, 4, 5, 7, 10, 15].map((seconds) => seconds * SECOND),
  EXPECTED_TIME,
  ...[30, 60, 120, 300].map((seconds) => seconds * SECOND),
]);
