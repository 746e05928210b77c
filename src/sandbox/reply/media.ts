import type { Folder } from "../data/folder";
import type { Ids } from "../data/ids";
import type { MediaPlan } from "../scenarios/scenario";
import { type JsonMembers, timestamp } from "../server/json";

interface MediaItem {
  readonly type: "VIDEO_FOLDER" | "IMAGE_FOLDER" | "SHOTS_SET_FOLDER";
  readonly name: string;
  readonly tags: readonly string[];
}

/** A medium, its JSON and what it is good for. */
export interface Media extends MediaItem {
  readonly id: string;
  readonly json: JsonMembers;
}

// An on-premises installation builds links from a name that only its own containers know (oz-api.md 7).
const HOST = "http://oz-api-nginx:8880/static";

const video: MediaItem = {
  type: "VIDEO_FOLDER",
  name: "video.mp4",
  tags: ["video_selfie", "video_selfie_blank", "orientation_portrait"],
};
const shots: MediaItem = {
  type: "SHOTS_SET_FOLDER",
  name: "shots.zip",
  tags: ["video_selfie", "video_selfie_eyes", "orientation_portrait"],
};
const selfie: MediaItem = { type: "IMAGE_FOLDER", name: "selfie.jpg", tags: ["photo_selfie"] };
const front: MediaItem = { type: "IMAGE_FOLDER", name: "id_front.jpg", tags: ["photo_id", "photo_id_front"] };
const back: MediaItem = { type: "IMAGE_FOLDER", name: "id_back.jpg", tags: ["photo_id", "photo_id_back"] };

const ITEMS: Record<MediaPlan, readonly MediaItem[]> = {
  "selfie and document": [video, front],
  video: [video],
  document: [front, back],
  photos: [selfie, front, back],
  shots: [shots],
  none: [],
  cleared: [video, front],
  null: [],
};

/** @returns the media of a folder (oz-api.md 7), in order */
export function mediaOf(folder: Folder, ids: Ids): Media[] {
  const plan = folder.scenario.media ?? "selfie and document";
  return ITEMS[plan].map((item, ordinal) => {
    const id = ids.of("media", folder, ordinal);
    return { ...item, id, json: mediaJson(folder, ids, item, id, plan === "cleared") };
  });
}

/** @returns the media that an analysis of the type looks at: that follows from the tags (oz-api.md 7) */
export function sourcesOf(type: string, media: readonly Media[]): Media[] {
  const isDocument = ({ tags }: Media): boolean => tags.includes("photo_id");
  if (type === "DOCUMENTS") return media.filter(isDocument);
  return media.filter((each) => type === "BIOMETRY" || !isDocument(each));
}

/** @returns the link to a file of a folder, on a host that nobody outside reaches */
export function link(...path: string[]): string {
  return [HOST, ...path].join("/");
}

function mediaJson(folder: Folder, ids: Ids, item: MediaItem, id: string, cleared: boolean): JsonMembers {
  const folderId = ids.of("folder", folder);
  const to = (name: string): string | null => (cleared ? null : link(folderId, id, name));
  const bare = item.name.replace(/\.\w+$/, "");
  const common = {
    media_id: id,
    folder_id: folderId,
    media_type: item.type,
    original_name: item.name,
    original_url: to(item.name),
    tags: item.tags,
    meta_data: null,
    technical_meta_data: {},
    time_created: timestamp(folder.created),
    time_updated: timestamp(Math.min(folder.updated, folder.created + 332)),
  };
  if (item.type === "IMAGE_FOLDER") return { ...common, thumb_url: to(`${bare}_thumb.jpg`) };
  const film = item.type === "VIDEO_FOLDER" ? item.name : `${bare}.mp4`;
  return {
    ...common,
    video_url: to(film),
    preview_url: to(film),
    thumb_url: to(`${bare}_thumb.jpg`),
    images:
      item.type === "SHOTS_SET_FOLDER"
        ? [1, 2, 3].map((shot) => ({ original_url: to(`shot_${shot}.jpg`) }))
        : undefined,
  };
}
