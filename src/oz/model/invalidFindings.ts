import * as l10n from "@vscode/l10n";
import { counted } from "../../base/language";
import { MAX_LISTED_FAULTS, MAX_QUOTED_PATH } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { member, type JsonObject } from "../../base/readJson";
import { makeFinding, type Finding } from "../../status/finding";
import { readAnalysisId } from "../../status/resolveAnalysis";
import type { InvalidValue } from "../http/jsonText";

/**
 * @param folder without the invalid values
 * @param invalid the values, by their path in the folder
 * @returns a finding for each: "meta_data.score is NaN, which JSON does not allow, so it is left out."; the last one counts
 * the rest
 */
export function invalidFindings(folder: JsonObject, invalid: readonly InvalidValue[]): readonly Finding[] {
  const listed = invalid
    .slice(0, MAX_LISTED_FAULTS)
    .map((value) => makeFinding("invalidValue", invalidInWords(value), [analysisAt(folder, value.path)]));
  const more = invalid.length - listed.length;
  if (more <= 0) return listed;
  const message = counted(
    l10n.t(
      "{0} more value is left out because JSON does not allow it.|{0} more values are left out because JSON does not allow them.",
    ),
    more,
  );
  return [...listed, makeFinding("invalidValue", message, [])];
}

function invalidInWords({ path, fault, what }: InvalidValue): string {
  const place = pathInWords(path);
  // In a list, the others keep their places.
  const isNull = typeof path.at(-1) === "number";
  switch (fault) {
    case "notANumber":
      return isNull
        ? l10n.t("{0} is {1}, which JSON does not allow, so it is shown as null.", place, what)
        : l10n.t("{0} is {1}, which JSON does not allow, so it is left out.", place, what);
    case "control":
      return isNull
        ? l10n.t(
            "{0} has a raw control character ({1}), which JSON does not allow, so it is shown as null.",
            place,
            what,
          )
        : l10n.t(
            "{0} has a raw control character ({1}), which JSON does not allow, so it is left out.",
            place,
            what,
          );
    case "controlInName":
      return l10n.t(
        "{0} has a raw control character ({1}) in its name, which JSON does not allow, so it is left out.",
        place,
        what,
      );
  }
}

/** @returns "analyses[0].results_data" */
function pathInWords(path: InvalidValue["path"]): string {
  const steps = path.map((step) =>
    typeof step === "number" ? `[${step}]` : `.${step.slice(0, MAX_QUOTED_PATH)}`,
  );
  return plainText(steps.join("").replace(/^\./, ""), MAX_QUOTED_PATH) || l10n.t("A member");
}

/** @returns the ID of the analysis that a path leads into; undefined for any other path */
function analysisAt(folder: JsonObject, [list, index]: InvalidValue["path"]): string | undefined {
  const analyses = list === "analyses" ? member(folder, list) : undefined;
  if (!Array.isArray(analyses) || typeof index !== "number") return undefined;
  return readAnalysisId(analyses[index]);
}
