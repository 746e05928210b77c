import { ANALYSIS_TYPES } from "./analysisTypes";
import { CONTENTS } from "./contents";
import { CONTRADICTIONS } from "./contradictions";
import { EVERYDAY } from "./everyday";
import { GENERATIONS } from "./generations";
import { GROUPS } from "./groups";
import { QUESTIONS } from "./questions";
import type { Scenario } from "./scenario";

/** What a newcomer sees first: each of the seven statuses, and folders with more than one group. */
const FIRST: readonly Scenario[] = [
  EVERYDAY.success,
  EVERYDAY.declined,
  EVERYDAY.processing,
  EVERYDAY.operatorRequired,
  EVERYDAY.failed,
  EVERYDAY.initial,
  EVERYDAY.finishedWithoutResult,
  GROUPS.clearedBySecond,
  GROUPS.runningAfterDeclined,
  ANALYSIS_TYPES.allFour,
  CONTENTS.names,
  CONTRADICTIONS.resultDiffers,
];

const collections: Record<string, Scenario>[] = [
  EVERYDAY,
  ANALYSIS_TYPES,
  GROUPS,
  CONTENTS,
  CONTRADICTIONS,
  GENERATIONS,
  QUESTIONS,
];

/** Every scenario once: the newest static folders follow this order. */
export const CATALOGUE: readonly Scenario[] = [
  ...new Set([...FIRST, ...collections.flatMap((scenarios) => Object.values(scenarios))]),
];
