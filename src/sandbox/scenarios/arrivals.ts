import { type Scenario, analysis, group } from "./scenario";

/**
 * What arriving folders do, in turn. All begin INITIAL, are PROCESSING from the second second on, and end between the
 * sixth and the ninth; the last but one is analysed once more.
 */
export const ARRIVALS: readonly [Scenario, ...Scenario[]] = [
  {
    name: "arrival: success",
    shows: "Liveness, then face match succeed.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 6))],
  },
  {
    name: "arrival: declined",
    shows: "Face match declines while liveness still runs.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 6), analysis("BIOMETRY", "DECLINED", 3))],
    metaData: "names",
  },
  {
    name: "arrival: operator required",
    shows: "Ends with a question to a person.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "OPERATOR_REQUIRED", 5))],
  },
  {
    name: "arrival: failed",
    shows: "Liveness breaks.",
    groups: [
      group(
        2,
        analysis("QUALITY", "FAILED", 5, { error: { code: 11, message: "Face not found in source media" } }),
        analysis("BIOMETRY", "SUCCESS", 4),
      ),
    ],
  },
  {
    name: "arrival: declined then success",
    shows: "Declines, is analysed again after twelve seconds, and succeeds.",
    groups: [
      group(2, analysis("QUALITY", "SUCCESS", 5), analysis("BIOMETRY", "DECLINED", 4)),
      group(14, analysis("QUALITY", "SUCCESS", 5), analysis("BIOMETRY", "SUCCESS", 6)),
    ],
  },
  {
    name: "arrival: finished without a result",
    shows: "Finishes and says nothing of what came out.",
    groups: [
      group(2, analysis("QUALITY", "SUCCESS", 5, { says: { resolution_status: null, resolution: null } })),
    ],
    says: { resolution_status: "FINISHED", system_resolution: null },
    media: "video",
  },
];
