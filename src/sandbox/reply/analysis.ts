import type { Folder } from "../data/folder";
import type { Ids } from "../data/ids";
import type { PlayedAnalysis } from "../scenarios/play";
import { written } from "../scenarios/play";
import type { Dialect } from "../scenarios/scenario";
import { type JsonMembers, timestamp } from "../server/json";
import { mediaOf, sourcesOf } from "./media";
import { confsOf, resultsOf } from "./results";

/** @returns the analyses of a folder at its moment, in the order they were asked for (oz-api.md 6) */
export function analysesJson(folder: Folder, ids: Ids, media = mediaOf(folder, ids)): JsonMembers[] {
  return folder.played.analyses.map((analysis) => analysisJson(folder, analysis, ids, media));
}

/** @returns one analysis as oz-api.md 6.3 has it, in the words and names of its scenario */
export function analysisJson(
  folder: Folder,
  analysis: PlayedAnalysis,
  ids: Ids,
  media = mediaOf(folder, ids),
): JsonMembers {
  const { plan, outcome } = analysis;
  const sources = sourcesOf(plan.type, media);
  const results = resultsOf(folder, analysis, sources, ids);
  const running = outcome === "PROCESSING";
  const says = outcome === plan.ends ? plan.says : undefined;
  const error = outcome === "FAILED" ? plan.error : undefined;
  const nothing = folder.scenario.media === "null" ? null : undefined;
  const state = running || outcome === "FAILED" ? outcome : "FINISHED";
  return {
    ...names(folder, analysis, ids),
    folder_id: ids.of("folder", folder),
    type: plan.type,
    state: written(says?.state === undefined ? state : says.state),
    resolution_status: written(says?.resolution_status === undefined ? outcome : says.resolution_status),
    resolution: written(says?.resolution === undefined ? outcome : says.resolution),
    results_data: results.data,
    results_media: nothing === undefined ? results.media : nothing,
    source_media: nothing === undefined ? sources.map(({ json }) => json) : nothing,
    confs: confsOf(plan.type),
    error_code: error?.code ?? null,
    error_message: error?.message ?? null,
    meta_data: null,
    technical_meta_data: {},
    time_created: timestamp(folder.created + analysis.created),
    time_updated: timestamp(folder.created + analysis.updated),
    collection:
      plan.type === "COLLECTION"
        ? { collection_id: ids.of("collection", { live: false, index: 0 }), alias: "unwanted" }
        : undefined,
  };
}

const ANALYSIS_ID: Record<Dialect, readonly string[]> = {
  "5": ["analyse_id"],
  "6": ["analysis_id"],
  both: ["analyse_id", "analysis_id"],
  analyse: ["analyse_id"],
  ungrouped: ["analyse_id", "analysis_id"],
};

const GROUP_ID: Record<Dialect, readonly string[]> = {
  "5": ["group_id"],
  "6": ["analysis_group_id"],
  both: ["group_id", "analysis_group_id"],
  analyse: ["analyse_group_id"],
  ungrouped: [],
};

function names(folder: Folder, { ordinal, group }: PlayedAnalysis, ids: Ids): JsonMembers {
  const dialect = folder.scenario.dialect ?? "both";
  const id = ids.of("analysis", folder, ordinal);
  const groupId = ids.of("group", folder, group);
  return {
    ...Object.fromEntries(ANALYSIS_ID[dialect].map((name) => [name, id])),
    ...Object.fromEntries(GROUP_ID[dialect].map((name) => [name, groupId])),
  };
}
