import { CONTENTS } from "./contents";
import { CONTRADICTIONS } from "./contradictions";
import { EVERYDAY } from "./everyday";
import { GENERATIONS } from "./generations";
import { GROUPS } from "./groups";
import type { Scenario } from "./scenario";
import { TYPES } from "./types";

/** What a newcomer should see first: each of the seven statuses, and folders with more than one group. */
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
  TYPES.allFour,
  CONTENTS.names,
  CONTRADICTIONS.resultDiffers,
];

const rooms: Record<string, Scenario>[] = [EVERYDAY, TYPES, GROUPS, CONTENTS, CONTRADICTIONS, GENERATIONS];

/** Every scenario once: the newest static folders run through it in this order. */
export const CATALOGUE: readonly Scenario[] = [
  ...new Set([...FIRST, ...rooms.flatMap((room) => Object.values(room))]),
];
