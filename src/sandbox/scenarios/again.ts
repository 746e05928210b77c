import { type AnalysisPlan, type Ending, type Scenario, analysis, group } from "./scenario";

/**
 * Goes on with a scenario: one more group is posted, whose liveness succeeds and whose face match ends as told. What
 * the folder said in place of the words that follow from its analyses was its old end, and is dropped.
 * @param elapsed milliseconds from the creation of the folder to the POST
 */
export function analysedAgain(scenario: Scenario, elapsed: number, ends: Ending): Scenario {
  const more = group(elapsed / 1000, analysis("QUALITY", "SUCCESS", 4), faceMatch(ends));
  return { ...scenario, says: undefined, groups: [...scenario.groups, more] };
}

function faceMatch(ends: Ending): AnalysisPlan {
  const error = { code: 11, message: "Face not found in source media" };
  return analysis("BIOMETRY", ends, 6, ends === "FAILED" ? { error } : {});
}
