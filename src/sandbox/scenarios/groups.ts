import { type Scenario, analysis, group } from "./scenario";

/** Folders analysed more than once: the group that finished last decides (oz-api.md 8.1, 9). */
export const GROUPS = {
  clearedBySecond: {
    name: "declined then success",
    description: "The first group was declined; a second one succeeded half a minute later, and decides.",
    groups: [
      group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 5)),
      group(32, analysis("QUALITY", "SUCCESS", 3.5), analysis("BIOMETRY", "SUCCESS", 4)),
    ],
    weight: 15,
  },
  runningAfterDeclined: {
    name: "declined and running again",
    description: "The first group was declined; another one is still running.",
    groups: [
      group(2, analysis("QUALITY", "DECLINED", 4.5)),
      group(41, analysis("QUALITY", "PROCESSING", 0), analysis("BIOMETRY", "PROCESSING", 0)),
    ],
  },
  failedThenSuccess: {
    name: "failed then success",
    description: "The first group failed, the second succeeded: the status is failed, the result success.",
    groups: [
      group(2, analysis("QUALITY", "FAILED", 9, { error: { code: 11, message: "Engine is not available" } })),
      group(50, analysis("QUALITY", "SUCCESS", 4.2)),
    ],
    weight: 4,
  },
  slowFirst: {
    name: "the first group finished last",
    description: "Two groups ran at the same time; the earlier one took longer, so it decides.",
    groups: [
      group(2, analysis("DOCUMENTS", "OPERATOR_REQUIRED", 30)),
      group(8, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 3)),
    ],
    weight: 2,
  },
  sameMoment: {
    name: "two groups at the same moment",
    description: "Both groups finished in the same millisecond; the worse result counts.",
    groups: [group(2, analysis("BIOMETRY", "SUCCESS", 10)), group(6, analysis("QUALITY", "DECLINED", 6))],
  },
  inferred: {
    name: "groups without ids",
    description: "Two groups without IDs: only the creation times tell them apart.",
    groups: [
      group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 3)),
      group(25, analysis("QUALITY", "SUCCESS", 3), analysis("BIOMETRY", "SUCCESS", 5)),
    ],
    dialect: "ungrouped",
    weight: 3,
  },
  manyGroups: {
    name: "eight groups",
    description: "Analysed again and again until it succeeded.",
    groups: [2, 12, 22, 32, 42, 52, 62, 72].map((at) =>
      group(
        at,
        analysis("QUALITY", "SUCCESS", 4),
        analysis("BIOMETRY", at === 72 ? "SUCCESS" : "DECLINED", 3),
      ),
    ),
  },
} satisfies Record<string, Scenario>;
