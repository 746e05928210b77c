import { type AnalysisPlan, type Scenario, analysis, group } from "./scenario";

const liveness = (says: AnalysisPlan["says"] & {}): AnalysisPlan =>
  analysis("QUALITY", "SUCCESS", 4, { says });
const passed = [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 3))];

/** Replies that contradict themselves or the status document: a client should point that out, and must not fail. */
export const CONTRADICTIONS = {
  resultDiffers: {
    name: "result against the analyses",
    shows: "The folder says success, but an analysis was declined.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 3))],
    says: { system_resolution: "SUCCESS" },
  },
  statusDiffers: {
    name: "status against the analyses",
    shows: "The folder says processing, but all analyses are finished.",
    groups: passed,
    says: { resolution_status: "PROCESSING", system_resolution: "PROCESSING" },
  },
  livenessOperator: {
    name: "liveness says operator required",
    shows: "A result that the Oz API documentation rules out for liveness.",
    groups: [group(2, analysis("QUALITY", "OPERATOR_REQUIRED", 4), analysis("BIOMETRY", "SUCCESS", 3))],
  },
  unknownResult: {
    name: "an unknown word",
    shows: "A result that the Oz API documentation does not define.",
    groups: passed,
    says: { system_resolution: "MANUAL_CHECK" },
  },
  unknownEverywhere: {
    name: "unknown words everywhere",
    shows: "Statuses of a future server in every field.",
    groups: [group(2, liveness({ state: "QUEUED", resolution_status: "SKIPPED", resolution: "SKIPPED" }))],
    says: { resolution_status: "ARCHIVED", system_resolution: "MANUAL_CHECK" },
  },
  twoResults: {
    name: "resolution against resolution_status",
    shows: "One analysis with two different results.",
    groups: [group(2, liveness({ resolution: "DECLINED" }))],
  },
  stateInitial: {
    name: "analysis state INITIAL",
    shows: "An analysis that has not begun, with statuses that are not allowed there.",
    groups: [group(2, liveness({ state: "INITIAL", resolution_status: "INITIAL", resolution: "INITIAL" }))],
    says: { resolution_status: "INITIAL", system_resolution: "INITIAL" },
  },
  stateSuccess: {
    name: "result words as states",
    shows: "The state of each analysis holds what belongs in its result.",
    groups: [
      group(
        2,
        liveness({ state: "SUCCESS" }),
        analysis("BIOMETRY", "DECLINED", 3, { says: { state: "DECLINED" } }),
        analysis("DOCUMENTS", "OPERATOR_REQUIRED", 5, { says: { state: "OPERATOR_REQUIRED" } }),
      ),
    ],
  },
  resultFinished: {
    name: "FINISHED as a result",
    shows: "A status where the result belongs.",
    groups: [group(2, liveness({ resolution_status: "FINISHED", resolution: "FINISHED" }))],
    says: { system_resolution: "FINISHED" },
  },
  failedResult: {
    name: "failed without a failed analysis",
    shows: "The folder says failed, but all analyses succeeded.",
    groups: passed,
    says: { resolution_status: "FAILED", system_resolution: "FAILED" },
  },
} satisfies Record<string, Scenario>;
