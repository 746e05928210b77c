import { isUnsettled } from "../../status/status";
import { fraction } from "../data/hash";
import type { IdCodec } from "../data/idCodec";
import type { SandboxFolder } from "../data/sandboxFolder";
import type { PlayedAnalysis } from "../scenarios/play";
import type { AnalysisPlan } from "../scenarios/scenario";
import { Float, type Json, type JsonMembers } from "../server/json";
import { fileUrl, type SandboxMedium } from "./mediaJson";
import { personOf } from "./person";

/** What an analysis measured (oz-api.md 6.4). */
export interface Results {
  readonly data: Json;
  readonly media: readonly Json[];
}

const NO_RESULTS: Results = { data: null, media: [] };

/** The range of scores for each type and result, on the right side of the thresholds in `confs`. */
const SCORE_RANGES: Record<string, Partial<Record<string, readonly [number, number]>>> = {
  QUALITY: { SUCCESS: [0.01, 0.3], OPERATOR_REQUIRED: [0.45, 0.499], DECLINED: [0.55, 0.99] },
  BIOMETRY: { SUCCESS: [0.87, 0.999], OPERATOR_REQUIRED: [0.76, 0.84], DECLINED: [0.05, 0.7] },
  COLLECTION: { DECLINED: [0.86, 0.99] },
};

/** @returns `confs`: the default thresholds and settings of a type (oz-api.md 6.4) */
export function confsOf(type: string): JsonMembers {
  switch (type) {
    case "QUALITY":
      return { threshold_spoofing: new Float(0.5), extract_best_shot: true };
    case "BIOMETRY":
      return { threshold_min: new Float(0.75), threshold_max: new Float(0.85) };
    case "COLLECTION":
      return { threshold_max: new Float(0.85) };
    default:
      return {};
  }
}

/** @returns what a finished analysis measured; nothing if it is running or failed, or the scenario has no scores */
export function resultsOf(
  folder: SandboxFolder,
  { plan, ordinal, outcome }: PlayedAnalysis,
  sources: readonly SandboxMedium[],
  ids: IdCodec,
): Results {
  if (isUnsettled(outcome) || outcome === "FAILED" || plan.scores === "none") return NO_RESULTS;
  const [low, high] = SCORE_RANGES[plan.type]?.[outcome] ?? [0, 1];
  const exact = typeof plan.scores === "object" ? plan.scores : [];
  const score = (salt: number): Float => {
    const given = exact[salt];
    if (given !== undefined) return new Float(given);
    const chance = fraction(Number(folder.live), folder.index, ordinal, salt);
    return new Float(Number((low + chance * (high - low)).toFixed(8)));
  };
  switch (plan.type) {
    case "QUALITY":
      return {
        data: null,
        media: sources.map((source, at) => livenessResult(folder, source, score, at, plan.scores, ids)),
      };
    case "BIOMETRY":
      return { data: { max_confidence: score(0), min_confidence: score(0) }, media: [] };
    case "DOCUMENTS":
      return { data: { text_fields: textFields(folder, outcome === "SUCCESS") }, media: [] };
    case "COLLECTION": {
      const matches = exact.length || Number(outcome === "DECLINED");
      const match = (at: number): Json => ({
        person_id: ids.of("person", folder, at),
        results_data: { confidence: score(at) },
      });
      return { data: null, media: Array.from({ length: matches }, (_, at) => match(at)) };
    }
    default:
      return NO_RESULTS;
  }
}

function livenessResult(
  folder: SandboxFolder,
  source: SandboxMedium,
  score: (salt: number) => Float,
  at: number,
  scores: AnalysisPlan["scores"],
  ids: IdCodec,
): Json {
  const more =
    scores === "three" ? { confidence_replay: score(at + 50), confidence_liveness: score(at + 100) } : {};
  const cleared = folder.scenario.media === "cleared";
  const bestShot = cleared ? null : fileUrl(ids.of("folder", folder), "best_shot.jpg");
  return {
    [source.type === "SHOTS_SET_FOLDER" ? "source_shots_set_id" : "source_video_id"]: source.id,
    results_data: { ...more, confidence_spoofing: score(at) },
    output_images: [{ original_url: bestShot }],
  };
}

function textFields(folder: SandboxFolder, matches: boolean): Json {
  const { first, last } = personOf(folder, false);
  const surname = last.toUpperCase();
  return [
    { field_name: "Surname", visual: surname, mrz: matches ? surname : surname.replace(/[AEIOU]/, "0") },
    { field_name: "Given names", visual: first.toUpperCase(), mrz: first.toUpperCase() },
    { field_name: "Date of birth", visual: `${1950 + (folder.index % 50)}-01-01`, mrz: null },
  ];
}
