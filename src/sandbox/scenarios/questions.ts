import { GROUPS } from "./groups";
import { ABSENT, type Scenario, analysis, group } from "./scenario";

const NO_FACE = { code: 11, message: "Face not found in source media" };

/** Folders that make a developer ask why: which score decided, what was outranked, what the server leaves unsaid. */
export const QUESTIONS = {
  oneAttack: {
    name: "one attack in three videos",
    description: "Three videos: liveness found an attack in the second one, which decides.",
    groups: [group(2, analysis("QUALITY", "DECLINED", 5.5, { scores: [0.02, 0.97, 0.11] }))],
    media: "three videos",
  },
  threeLive: {
    name: "three live videos",
    description: "Three videos: liveness found no attack in any of them.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 5.5, { scores: [0.02, 0.07, 0.11] }))],
    media: "three videos",
  },
  betweenThresholds: {
    name: "between the thresholds",
    description: "The similarity of the faces is between the two thresholds, so an operator must decide.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 4),
        analysis("BIOMETRY", "OPERATOR_REQUIRED", 3, { scores: [0.8] }),
      ),
    ],
  },
  declinedBetween: {
    name: "declined between the thresholds",
    description: "Between the two thresholds, but the settings of face match never ask for an operator.",
    groups: [
      group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 3, { scores: [0.775] })),
    ],
  },
  twoMatches: {
    name: "two matches in a collection",
    description: "The face is similar to two people in a collection of unwanted people.",
    groups: [group(2, analysis("COLLECTION", "DECLINED", 2.25, { scores: [0.93, 0.88] }))],
  },
  closestCandidate: {
    name: "closest candidate below the threshold",
    description: "The closest person in the collection is listed, but not similar enough to be a match.",
    groups: [group(2, analysis("COLLECTION", "SUCCESS", 2.25, { scores: [0.62] }))],
  },
  overruled: {
    name: "operator against the system",
    description: "The system declined; an operator has decided otherwise.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 3.5))],
    members: {
      operator_status: "SUCCESS",
      operator_comment: "Checked by phone, the document is ten years old",
    },
  },
  singleFile: {
    name: "face match of a single file",
    description: "Face match succeeded, although there was only one file and nothing to compare it with.",
    groups: [group(2, analysis("BIOMETRY", "SUCCESS", 3))],
    media: "video",
  },
  nothingToCheck: {
    name: "liveness with nothing to check",
    description: "Only a document was uploaded: liveness had nothing to check, and succeeded.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 1), analysis("BIOMETRY", "SUCCESS", 3))],
    media: "document",
  },
  postedLast: {
    name: "the group posted last decides",
    description:
      "The earlier group finished last and asks for an operator, but the server goes by the later one.",
    groups: GROUPS.slowFirst.groups,
    overrides: { system_resolution: "SUCCESS" },
  },
  numericIds: {
    name: "numeric IDs",
    description: "The IDs of analyses and groups are numbers.",
    groups: [
      group(2, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "DECLINED", 3)),
      group(30, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 3)),
    ],
    dialect: "numeric",
  },
  unknownInAnalysis: {
    name: "an unknown word in an analysis",
    description: "One analysis has a result that the documentation does not define, and the folder has none.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 4),
        analysis("BIOMETRY", "SUCCESS", 3, {
          overrides: { resolution_status: "REVIEW", resolution: "REVIEW" },
          scores: [0.8],
        }),
      ),
    ],
    overrides: { system_resolution: ABSENT },
    dialect: "5",
  },
  outranked: {
    name: "failed outranks declined",
    description: "Liveness was declined and face match failed: the worse one gives the result.",
    groups: [
      group(2, analysis("QUALITY", "DECLINED", 4), analysis("BIOMETRY", "FAILED", 3, { error: NO_FACE })),
    ],
  },
  fourthAttempt: {
    name: "success after three attempts",
    description: "Failed, then left to an operator, then declined; the fourth group succeeded, and decides.",
    groups: [
      group(2, analysis("QUALITY", "FAILED", 6, { error: NO_FACE }), analysis("BIOMETRY", "SUCCESS", 3)),
      group(22, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "OPERATOR_REQUIRED", 3)),
      group(47, analysis("QUALITY", "DECLINED", 4), analysis("BIOMETRY", "SUCCESS", 3)),
      group(85, analysis("QUALITY", "SUCCESS", 4), analysis("BIOMETRY", "SUCCESS", 3)),
    ],
  },
  noAnalyses: {
    name: "success without analyses",
    description: "The folder says success, but has no analyses.",
    groups: [],
    overrides: { resolution_status: "FINISHED", system_resolution: "SUCCESS" },
  },
  slow: {
    name: "slow",
    description: "Liveness took a minute and a half.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 95), analysis("BIOMETRY", "SUCCESS", 3))],
  },
} satisfies Record<string, Scenario>;
