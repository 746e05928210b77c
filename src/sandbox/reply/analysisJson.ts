import { isUnsettled } from "../../status/status";
import type { IdCodec, IdKind } from "../data/idCodec";
import { numericId } from "../data/numericId";
import type { SandboxFolder } from "../data/sandboxFolder";
import { type PlayedAnalysis, writtenJson } from "../scenarios/play";
import type { Dialect } from "../scenarios/scenario";
import { type JsonMembers, Time } from "../server/json";
import { mediaOf, sourcesOf } from "./mediaJson";
import { confsOf, resultsOf } from "./resultsJson";

/** @returns the JSON of the analyses that a folder has so far, in the order of their POSTs (oz-api.md 6) */
export function analysesJson(
  folder: SandboxFolder,
  ids: IdCodec,
  media = mediaOf(folder, ids),
): JsonMembers[] {
  return folder.played.analyses.map((analysis) => analysisJson(folder, analysis, ids, media));
}

/** @returns the JSON of an analysis (oz-api.md 6.3), with the statuses and member names of its scenario */
export function analysisJson(
  folder: SandboxFolder,
  analysis: PlayedAnalysis,
  ids: IdCodec,
  media = mediaOf(folder, ids),
): JsonMembers {
  const { plan, outcome } = analysis;
  const sources = sourcesOf(plan.type, media);
  const results = resultsOf(folder, analysis, sources, ids);
  const statuses = {
    state: isUnsettled(outcome) || outcome === "FAILED" ? outcome : "FINISHED",
    resolution_status: outcome,
    resolution: outcome,
    ...(outcome === plan.ends ? plan.overrides : undefined),
  };
  const error = outcome === "FAILED" ? plan.error : undefined;
  const isMediaNull = folder.scenario.media === "null";
  return {
    ...idMembers(folder, analysis, ids),
    folder_id: ids.of("folder", folder),
    type: plan.type,
    state: writtenJson(statuses.state),
    resolution_status: writtenJson(statuses.resolution_status),
    resolution: writtenJson(statuses.resolution),
    results_data: results.data,
    results_media: isMediaNull ? null : results.media,
    source_media: isMediaNull ? null : sources.map(({ json }) => json),
    confs: confsOf(plan.type),
    error_code: error?.code ?? null,
    error_message: error?.message ?? null,
    meta_data: null,
    technical_meta_data: {},
    time_created: new Time(folder.created + analysis.created),
    time_updated: new Time(folder.created + analysis.updated),
    // One collection for all folders.
    collection:
      plan.type === "COLLECTION"
        ? { collection_id: ids.of("collection", { live: false, index: 0 }), alias: "unwanted" }
        : undefined,
  };
}

const ANALYSIS_ID_NAMES: Record<Dialect, readonly string[]> = {
  "5": ["analyse_id"],
  "6": ["analysis_id"],
  both: ["analyse_id", "analysis_id"],
  analyse: ["analyse_id"],
  ungrouped: ["analyse_id", "analysis_id"],
  numeric: ["analyse_id"],
};

const GROUP_ID_NAMES: Record<Dialect, readonly string[]> = {
  "5": ["group_id"],
  "6": ["analysis_group_id"],
  both: ["group_id", "analysis_group_id"],
  analyse: ["analyse_group_id"],
  ungrouped: [],
  numeric: ["group_id"],
};

function idMembers(folder: SandboxFolder, { ordinal, group }: PlayedAnalysis, ids: IdCodec): JsonMembers {
  const dialect = folder.scenario.dialect ?? "both";
  const idOf = (kind: IdKind, of: number): string | number =>
    dialect === "numeric" ? numericId(folder, of) : ids.of(kind, folder, of);
  const id = idOf("analysis", ordinal);
  const groupId = idOf("group", group);
  return {
    ...Object.fromEntries(ANALYSIS_ID_NAMES[dialect].map((name) => [name, id])),
    ...Object.fromEntries(GROUP_ID_NAMES[dialect].map((name) => [name, groupId])),
  };
}
