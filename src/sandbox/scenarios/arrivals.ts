import { type Scenario, analysis, group } from "./scenario";

/**
 * The scenarios of arriving folders, in turn. Each is INITIAL for two seconds, then PROCESSING, and ends six to nine
 * seconds after its creation; two are then analysed again.
 */
export const ARRIVALS: readonly [Scenario, ...Scenario[]] = [
  {
    name: "arrival: success",
    description: "Liveness and face match succeed.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 6))],
  },
  {
    name: "arrival: declined",
    description: "Face match is declined while liveness is still running.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 6), analysis("BIOMETRY", "DECLINED", 3))],
    metaData: "names",
  },
  {
    name: "arrival: operator required",
    description: "Ends with a decision for an operator.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "OPERATOR_REQUIRED", 5))],
  },
  {
    name: "arrival: failed",
    description: "Liveness fails.",
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
    description: "Declined, then analysed again after twelve seconds, with success.",
    groups: [
      group(2, analysis("QUALITY", "SUCCESS", 5), analysis("BIOMETRY", "DECLINED", 4)),
      group(14, analysis("QUALITY", "SUCCESS", 5), analysis("BIOMETRY", "SUCCESS", 6)),
    ],
  },
  {
    name: "arrival: finished without a result",
    description: "Finishes without a result.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 5, { overrides: { resolution_status: null, resolution: null } }),
      ),
    ],
    overrides: { resolution_status: "FINISHED", system_resolution: null },
    media: "video",
  },
  {
    name: "arrival: server lags",
    description: "For two seconds after its last analysis, the folder still says processing.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 5))],
    lag: 2,
  },
  {
    name: "arrival: keeps its result",
    description: "Declined, and still declined while it is analysed again after twelve seconds.",
    groups: [
      group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 5)),
      group(14, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 6)),
    ],
    keepsResult: true,
  },
  {
    name: "arrival: queued",
    description: "An older server, whose analyses are initial for a second before they are processing.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 5))],
    queue: 1,
    dialect: "5",
  },
];
