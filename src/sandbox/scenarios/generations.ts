import { ABSENT, type Scenario, analysis, group } from "./scenario";

const passed = [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 3))];

/** Replies of older and newer servers (oz-api.md 6.2, 8.2, 18). */
export const GENERATIONS = {
  olderSuccess: {
    name: "older server: success",
    description: "The result is in resolution_status; system_resolution is null.",
    groups: passed,
    overrides: { resolution_status: "SUCCESS", system_resolution: null },
    dialect: "5",
    weight: 4,
  },
  olderDeclined: {
    name: "older server: declined",
    description: "The result is in resolution_status; there is no system_resolution.",
    groups: [group(2, analysis("QUALITY", "DECLINED", 4))],
    overrides: { resolution_status: "DECLINED", system_resolution: ABSENT },
    dialect: "5",
    weight: 4,
  },
  olderOperatorRequired: {
    name: "older server: operator required",
    description: "The result is in resolution_status; there is no system_resolution.",
    groups: [group(2, analysis("BIOMETRY", "OPERATOR_REQUIRED", 4))],
    overrides: { resolution_status: "OPERATOR_REQUIRED", system_resolution: ABSENT },
    dialect: "5",
  },
  noFolderResult: {
    name: "no system_resolution",
    description: "The folder only says finished; the result is computed from the analyses.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 3))],
    overrides: { system_resolution: ABSENT },
    dialect: "5",
    weight: 3,
  },
  emptyResult: {
    name: "empty system_resolution",
    description: "An empty text where the result should be.",
    groups: passed,
    overrides: { system_resolution: "" },
  },
  lowerCase: {
    name: "lower case",
    description: "Every status in lower case, as in callbacks of the Web SDK.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 4, {
          overrides: { state: "finished", resolution_status: "success", resolution: "success" },
        }),
      ),
    ],
    overrides: { resolution_status: "finished", system_resolution: "success" },
  },
  newest: {
    name: "server 6",
    description: "Only the new names: analysis_id and analysis_group_id.",
    groups: passed,
    dialect: "6",
    weight: 60,
  },
  oldest: {
    name: "server 5",
    description: "Only the old names: analyse_id and group_id.",
    groups: passed,
    dialect: "5",
    weight: 60,
  },
  thirdSpelling: {
    name: "analyse_group_id",
    description: "The third spelling of the group ID.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4)), group(30, analysis("QUALITY", "DECLINED", 4))],
    dialect: "analyse",
  },
  onlyResolution: {
    name: "only resolution",
    description: "Analyses with `resolution` and no `resolution_status`.",
    groups: [group(2, analysis("QUALITY", "DECLINED", 4, { overrides: { resolution_status: ABSENT } }))],
    dialect: "5",
  },
} satisfies Record<string, Scenario>;
