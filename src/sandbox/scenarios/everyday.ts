import { type Scenario, analysis, group } from "./scenario";

const ENGINE_ERROR = { code: 0, message: "Unknown server side error" };

/** What happens every day: the seven statuses a folder can show. */
export const EVERYDAY = {
  success: {
    name: "success",
    shows: "Liveness and face match succeeded.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4.25), analysis("BIOMETRY", "SUCCESS", 3.1))],
    weight: 900,
  },
  declined: {
    name: "declined",
    shows: "A live person, but not the one of the document.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4.5), analysis("BIOMETRY", "DECLINED", 3.75))],
    weight: 60,
  },
  processing: {
    name: "processing",
    shows: "One analysis is done, one still runs (and, in the static set, runs forever).",
    groups: [group(2, analysis("QUALITY", "PROCESSING", 0), analysis("BIOMETRY", "SUCCESS", 3.2))],
  },
  operatorRequired: {
    name: "operator required",
    shows: "The faces are neither alike nor different enough: a person must look.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 3.9), analysis("BIOMETRY", "OPERATOR_REQUIRED", 4.4))],
    weight: 25,
  },
  failed: {
    name: "failed",
    shows: "An analysis broke: no verdict, and an error that says why.",
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
    shows: "Media was uploaded, nobody asked for an analysis.",
    groups: [],
    weight: 5,
  },
  finishedWithoutResult: {
    name: "finished without a result",
    shows: "All analyses are done, but neither they nor the folder say what came out.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 4, {
          says: { resolution_status: null, resolution: null },
          scores: "none",
        }),
        analysis("BIOMETRY", "SUCCESS", 3, {
          says: { resolution_status: null, resolution: null },
          scores: "none",
        }),
      ),
    ],
    says: { resolution_status: "FINISHED", system_resolution: null },
  },
  spoofing: {
    name: "spoofing",
    shows: "Liveness saw an attack.",
    groups: [group(2, analysis("QUALITY", "DECLINED", 4.25), analysis("BIOMETRY", "SUCCESS", 3.3))],
    weight: 40,
  },
  bothFailed: {
    name: "both failed",
    shows: "Nothing worked: both analyses broke.",
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
