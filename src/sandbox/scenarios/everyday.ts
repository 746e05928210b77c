import { type Scenario, analysis, group } from "./scenario";

const ENGINE_ERROR = { code: 0, message: "Unknown server side error" };

/** Everyday folders, with all seven statuses. */
export const EVERYDAY = {
  success: {
    name: "success",
    description: "Liveness and face match succeeded.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4.25), analysis("BIOMETRY", "SUCCESS", 3.1))],
    weight: 900,
  },
  declined: {
    name: "declined",
    description: "A live person, but not the person of the document.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4.5), analysis("BIOMETRY", "DECLINED", 3.75))],
    weight: 60,
  },
  processing: {
    name: "processing",
    description: "One analysis is done, another one is running and never ends.",
    groups: [group(2, analysis("QUALITY", "PROCESSING", 0), analysis("BIOMETRY", "SUCCESS", 3.2))],
  },
  operatorRequired: {
    name: "operator required",
    description: "The faces are neither similar nor different enough: an operator must decide.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 3.9), analysis("BIOMETRY", "OPERATOR_REQUIRED", 4.4))],
    weight: 25,
  },
  failed: {
    name: "failed",
    description: "An analysis failed: no result, and an error that says why.",
    groups: [
      group(
        2,
        analysis("QUALITY", "FAILED", 6, { error: { code: 11, message: "Face not found in source media" } }),
        analysis("BIOMETRY", "SUCCESS", 3.5),
      ),
    ],
    weight: 20,
  },
  initial: {
    name: "initial",
    description: "Media were uploaded, but no analysis was requested.",
    groups: [],
    weight: 5,
  },
  finishedWithoutResult: {
    name: "finished without a result",
    description: "All analyses are done, but neither they nor the folder have a result.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 4, {
          overrides: { resolution_status: null, resolution: null },
          scores: "none",
        }),
        analysis("BIOMETRY", "SUCCESS", 3, {
          overrides: { resolution_status: null, resolution: null },
          scores: "none",
        }),
      ),
    ],
    overrides: { resolution_status: "FINISHED", system_resolution: null },
  },
  spoofing: {
    name: "spoofing",
    description: "Liveness detected an attack.",
    groups: [group(2, analysis("QUALITY", "DECLINED", 4.25), analysis("BIOMETRY", "SUCCESS", 3.3))],
    weight: 40,
  },
  bothFailed: {
    name: "both failed",
    description: "Both analyses failed.",
    groups: [
      group(
        2,
        analysis("QUALITY", "FAILED", 5, { error: ENGINE_ERROR }),
        analysis("BIOMETRY", "FAILED", 5.5, { error: ENGINE_ERROR }),
      ),
    ],
    weight: 5,
  },
} satisfies Record<string, Scenario>;
