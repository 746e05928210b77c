import * as l10n from "@vscode/l10n";
import { inDigits } from "../../base/language";
import { MAX_LISTED_FILES } from "../../base/limits";
import type { JsonObject } from "../../base/readJson";
import { readMedia } from "../../oz/model/media";
import type { AnalysisResolution } from "../../status/resolution";
import { mediumLabel } from "./mediumText";
import { valueInWords } from "./scoreText";

/** A file and what an analysis measured of it: "video.mp4", "spoofing 0.97". */
export type FileScore = readonly [file: string, score: string];

/**
 * @param folder the JSON of the folder
 * @returns the score of each file, the deciding one first and at most ten; empty unless the analysis has scores for
 * several files
 */
export function scoresByFile(folder: JsonObject, { scores }: AnalysisResolution): readonly FileScore[] {
  const ofFiles = scores.filter(({ mediaIds }) => mediaIds.length > 0);
  if (ofFiles.length < 2) return [];
  const media = readMedia(folder);
  const listed = ofFiles.slice(0, MAX_LISTED_FILES).map((score): FileScore => {
    const medium = media.find(({ ids }) => score.mediaIds.some((id) => ids.includes(id)));
    return [medium ? mediumLabel(medium) : l10n.t("not listed"), valueInWords(score)];
  });
  const more = ofFiles.length - listed.length;
  return more === 0 ? listed : [...listed, ["…", l10n.t("{0} more", inDigits(more))]];
}
