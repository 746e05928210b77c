import type { Folder } from "../data/folder";
import { hash } from "../data/hash";
import type { Ids } from "../data/ids";
import { written } from "../scenarios/play";
import { type JsonMembers, timestamp } from "../server/json";
import { analysesJson } from "./analysis";
import { mediaOf } from "./media";
import { metaDataOf } from "./metaData";

const COMPANIES = 3;
const USERS = 7;

/** @returns a folder as oz-api.md 5.2 has it; `analyses` only when asked for */
export function folderJson(folder: Folder, withAnalyses: boolean, ids: Ids): JsonMembers {
  const media = mediaOf(folder, ids);
  const owner = hash(Number(folder.live), folder.index);
  return {
    folder_id: ids.of("folder", folder),
    user_id: ids.of("user", { live: false, index: owner % USERS }),
    company_id: ids.of("company", { live: false, index: owner % COMPANIES }),
    resolution_status: written(folder.played.status),
    system_resolution: written(folder.played.result),
    resolution_comment: "[]",
    resolution_endpoint: null,
    operator_status: null,
    operator_comment: null,
    is_archive: false,
    is_cleared: null,
    meta_data: metaDataOf(folder),
    technical_meta_data: {},
    time_created: timestamp(folder.created),
    time_updated: timestamp(folder.updated),
    media: folder.scenario.media === "null" ? null : media.map(({ json }) => json),
    analyses: withAnalyses ? analysesJson(folder, ids, media) : undefined,
    ...folder.scenario.members,
  };
}
