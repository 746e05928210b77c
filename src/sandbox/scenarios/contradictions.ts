import { type AnalysisPlan, type Scenario, analysis, group } from "./scenario";

const liveness = (overrides: AnalysisPlan["overrides"] & {}): AnalysisPlan =>
  analysis("QUALITY", "SUCCESS", 4, { overrides });
const passed = [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 3))];

/** Replies that contradict themselves or the status document: a client should point that out, and must not fail. */
export const CONTRADICTIONS = {
  resultDiffers: {
    name: "result against the analyses",
    description: "The folder says success, but an analysis was declined.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 3))],
    overrides: { system_resolution: "SUCCESS" },
  },
  statusDiffers: {
    name: "status against the analyses",
    description: "The folder says processing, but all analyses are finished.",
    groups: passed,
    overrides: { resolution_status: "PROCESSING", system_resolution: "PROCESSING" },
  },
  livenessOperator: {
    name: "liveness says operator required",
    description: "A result that the Oz API documentation rules out for liveness.",
    groups: [group(2, analysis("QUALITY", "OPERATOR_REQUIRED", 4), analysis("BIOMETRY", "SUCCESS", 3))],
  },
  unknownResult: {
    name: "an unknown word",
    description: "A result that the Oz API documentation does not define.",
    groups: passed,
    overrides: { system_resolution: "MANUAL_CHECK" },
  },
  unknownEverywhere: {
    name: "unknown words everywhere",
    description: "Statuses of a future server in every field.",
    groups: [group(2, liveness({ state: "QUEUED", resolution_status: "SKIPPED", resolution: "SKIPPED" }))],
    overrides: { resolution_status: "ARCHIVED", system_resolution: "MANUAL_CHECK" },
  },
  twoResults: {
    name: "resolution against resolution_status",
    description: "One analysis with two different results.",
    groups: [group(2, liveness({ resolution: "DECLINED" }))],
  },
  stateInitial: {
    name: "analysis state INITIAL",
    description: "An analysis that has not begun, as older servers write it.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 4, {
          overrides: { state: "INITIAL", resolution_status: "INITIAL", resolution: "INITIAL" },
          scores: "none",
        }),
      ),
    ],
    overrides: { resolution_status: "INITIAL", system_resolution: "INITIAL" },
  },
  stateSuccess: {
    name: "result words as states",
    description: "The state of each analysis holds what belongs in its result.",
    groups: [
      group(
        2,
        liveness({ state: "SUCCESS" }),
        analysis("BIOMETRY", "DECLINED", 3, { overrides: { state: "DECLINED" } }),
        analysis("DOCUMENTS", "OPERATOR_REQUIRED", 5, { overrides: { state: "OPERATOR_REQUIRED" } }),
      ),
    ],
  },
  resultFinished: {
    name: "FINISHED as a result",
    description: "A status where the result belongs.",
    groups: [group(2, liveness({ resolution_status: "FINISHED", resolution: "FINISHED" }))],
    overrides: { system_resolution: "FINISHED" },
  },
  failedResult: {
    name: "failed without a failed analysis",
    description: "The folder says failed, but all analyses succeeded.",
    groups: passed,
    overrides: { resolution_status: "FAILED", system_resolution: "FAILED" },
  },
} satisfies Record<string, Scenario>;
