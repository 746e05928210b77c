import type { FigureFilter, FolderFilter, NumberRange, ScoreCondition, TimeRange } from "./folderFilter";
import { timeRangeOf } from "./timeRange";

/**
 * @param whole a filter with an absolute period
 * @param part for some of the folders that match `whole`
 * @returns a filter for the folders that match both; undefined if none can be: a folder may have several error codes,
 * findings and scores, while a filter has one condition for each, so one of both must be narrower
 */
export function bothFilters(whole: FolderFilter, part: FigureFilter): FolderFilter | undefined {
  const results = narrower(listed(whole.results), listed(part.results), isAmong);
  const errorCodes = narrower(listed(whole.errorCodes), listed(part.errorCodes), isAmong);
  const findings = narrower(listed(whole.findings), listed(part.findings), isAmong);
  const score = narrower(whole.score, part.score, isScoreWithin);
  if ([results, errorCodes, findings, score].includes(UNCLEAR)) return undefined;
  const conditions = {
    ...whole,
    ...part,
    results,
    errorCodes,
    findings,
    score,
    timeTaken: merged(whole.timeTaken, part.timeTaken, commonRange),
    created: merged(whole.created, part.created, (a, b) =>
      commonPeriod(timeRangeOf(a, 0), timeRangeOf(b, 0)),
    ),
  };
  return Object.fromEntries(Object.entries(conditions).filter(([, condition]) => condition !== undefined));
}

/** Of two conditions, neither of which includes the other. */
const UNCLEAR = Symbol("unclear");

function merged<T, Both>(
  whole: T | undefined,
  part: T | undefined,
  both: (whole: T, part: T) => Both,
): T | Both | undefined {
  if (whole === undefined) return part;
  return part === undefined ? whole : both(whole, part);
}

function narrower<T>(
  whole: T | undefined,
  part: T | undefined,
  isWithin: (inner: T, outer: T) => boolean,
): T | typeof UNCLEAR | undefined {
  return merged(whole, part, (a, b) => {
    if (isWithin(b, a)) return b;
    return isWithin(a, b) ? a : UNCLEAR;
  });
}

/** @returns undefined for a list without entries, which is no condition */
function listed<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list?.length ? list : undefined;
}

function isAmong<T>(inner: readonly T[], outer: readonly T[]): boolean {
  return inner.every((one) => outer.includes(one));
}

function isScoreWithin(inner: ScoreCondition, outer: ScoreCondition): boolean {
  return (
    inner.analysis === outer.analysis &&
    (outer.result === undefined || inner.result === outer.result) &&
    (outer.near !== true || inner.near === true) &&
    (inner.from ?? -Infinity) >= (outer.from ?? -Infinity) &&
    (inner.below ?? Infinity) <= (outer.below ?? Infinity)
  );
}

function commonRange(a: NumberRange, b: NumberRange): NumberRange {
  return { from: merged(a.from, b.from, Math.max), below: merged(a.below, b.below, Math.min) };
}

function commonPeriod(a: TimeRange, b: TimeRange): TimeRange {
  return { from: merged(a.from, b.from, Math.max), to: merged(a.to, b.to, Math.min) };
}
