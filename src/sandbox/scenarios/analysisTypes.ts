import { type Scenario, analysis, group } from "./scenario";

/** The types of analyses and their scores (oz-api.md 6.4). */
export const ANALYSIS_TYPES = {
  allFour: {
    name: "all four types",
    description: "Liveness, face match, documents and collection in one group.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 4.25),
        analysis("BIOMETRY", "SUCCESS", 3.1),
        analysis("DOCUMENTS", "SUCCESS", 7.75),
        analysis("COLLECTION", "SUCCESS", 2.5),
      ),
    ],
    weight: 30,
  },
  collectionMatch: {
    name: "found in a collection",
    description: "The face is in a collection of unwanted people.",
    groups: [group(2, analysis("QUALITY", "SUCCESS", 4), analysis("COLLECTION", "DECLINED", 2.25))],
    weight: 6,
  },
  documentsOperator: {
    name: "document needs a look",
    description: "The printed and the machine-readable parts of the document differ.",
    groups: [group(2, analysis("DOCUMENTS", "OPERATOR_REQUIRED", 8))],
    media: "document",
    weight: 6,
  },
  threeScores: {
    name: "three liveness scores",
    description: "A server older than 5.0 gives replay, liveness and spoofing scores.",
    groups: [group(2, analysis("QUALITY", "DECLINED", 4, { scores: "three" }))],
    media: "video",
    dialect: "5",
    weight: 3,
  },
  noScores: {
    name: "no scores",
    description: "A result without its scores.",
    groups: [
      group(
        2,
        analysis("QUALITY", "SUCCESS", 4, { scores: "none" }),
        analysis("BIOMETRY", "SUCCESS", 3, { scores: "none" }),
      ),
    ],
    weight: 3,
  },
  unknownType: {
    name: "a type of the future",
    description: "An analysis type that the Oz API documentation does not define.",
    groups: [group(2, { type: "VOICE_MATCH", ends: "SUCCESS", after: 3 }, analysis("QUALITY", "SUCCESS", 4))],
  },
} satisfies Record<string, Scenario>;
