import { hash } from "../data/hash";
import type { IdCodec } from "../data/idCodec";
import type { SandboxFolder } from "../data/sandboxFolder";
import { writtenJson } from "../scenarios/play";
import { type JsonMembers, Time } from "../server/json";
import { analysesJson } from "./analysisJson";
import { mediaOf } from "./mediaJson";
import { metaDataOf } from "./metaDataJson";

const COMPANIES = 3;
const USERS = 7;

/** @returns a folder (oz-api.md 5.2), with `analyses` only if requested */
export function folderJson(folder: SandboxFolder, withAnalyses: boolean, ids: IdCodec): JsonMembers {
  const media = mediaOf(folder, ids);
  const owner = hash(Number(folder.live), folder.index);
  return {
    folder_id: ids.of("folder", folder),
    user_id: ids.of("user", { live: false, index: owner % USERS }),
    company_id: ids.of("company", { live: false, index: owner % COMPANIES }),
    resolution_status: writtenJson(folder.played.status),
    system_resolution: writtenJson(folder.played.result),
    resolution_comment: "[]",
    resolution_endpoint: null,
    operator_status: null,
    operator_comment: null,
    is_archive: false,
    is_cleared: null,
    meta_data: metaDataOf(folder),
    technical_meta_data: {},
    time_created: new Time(folder.created),
    time_updated: new Time(folder.updated),
    media: folder.scenario.media === "null" ? null : media.map(({ json }) => json),
    analyses: withAnalyses ? analysesJson(folder, ids, media) : undefined,
    ...folder.scenario.members,
  };
}
