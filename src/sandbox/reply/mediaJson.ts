import type { IdCodec } from "../data/idCodec";
import type { SandboxFolder } from "../data/sandboxFolder";
import type { MediaPlan } from "../scenarios/scenario";
import { type JsonMembers, Time } from "../server/json";

interface MediaItem {
  readonly type: "VIDEO_FOLDER" | "IMAGE_FOLDER" | "SHOTS_SET_FOLDER";
  readonly name: string;
  readonly tags: readonly string[];
}

/** A medium of a folder, with its JSON. */
export interface SandboxMedium extends MediaItem {
  readonly id: string;
  readonly json: JsonMembers;
}

/** As in an on-premises installation: a host name that only its own containers can resolve (oz-api.md 7). */
const STATIC_URL = "http://oz-api-nginx:8880/static";

const video: MediaItem = {
  type: "VIDEO_FOLDER",
  name: "video.mp4",
  tags: ["video_selfie", "video_selfie_blank", "orientation_portrait"],
};
const gestures = (["blank", "smile", "left"] as const).map((gesture): MediaItem => ({
  type: "VIDEO_FOLDER",
  name: `${gesture}.mp4`,
  tags: ["video_selfie", `video_selfie_${gesture}`, "orientation_portrait"],
}));
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
  "three videos": gestures,
  document: [front, back],
  photos: [selfie, front, back],
  shots: [shots],
  none: [],
  cleared: [video, front],
  null: [],
};

/** @returns the media of a folder (oz-api.md 7), in order */
export function mediaOf(folder: SandboxFolder, ids: IdCodec): SandboxMedium[] {
  const plan = folder.scenario.media ?? "selfie and document";
  return ITEMS[plan].map((item, ordinal) => {
    const id = ids.of("media", folder, ordinal);
    return { ...item, id, json: mediaJson(folder, ids, item, id, plan === "cleared") };
  });
}

/** @returns the media that an analysis of the type uses, chosen by their tags (oz-api.md 7) */
export function sourcesOf(type: string, media: readonly SandboxMedium[]): SandboxMedium[] {
  const isDocument = ({ tags }: SandboxMedium): boolean => tags.includes("photo_id");
  if (type === "DOCUMENTS") return media.filter(isDocument);
  return media.filter((each) => type === "BIOMETRY" || !isDocument(each));
}

/** @returns the URL of a file of a folder */
export function fileUrl(...path: string[]): string {
  return [STATIC_URL, ...path].join("/");
}

function mediaJson(
  folder: SandboxFolder,
  ids: IdCodec,
  item: MediaItem,
  id: string,
  cleared: boolean,
): JsonMembers {
  const folderId = ids.of("folder", folder);
  const url = (name: string): string | null => (cleared ? null : fileUrl(folderId, id, name));
  const baseName = item.name.replace(/\.\w+$/, "");
  const common = {
    media_id: id,
    folder_id: folderId,
    media_type: item.type,
    original_name: item.name,
    original_url: url(item.name),
    tags: item.tags,
    meta_data: null,
    technical_meta_data: {},
    time_created: new Time(folder.created),
    time_updated: new Time(Math.min(folder.updated, folder.created + 332)),
  };
  if (item.type === "IMAGE_FOLDER") return { ...common, thumb_url: url(`${baseName}_thumb.jpg`) };
  const film = item.type === "VIDEO_FOLDER" ? item.name : `${baseName}.mp4`;
  return {
    ...common,
    video_url: url(film),
    preview_url: url(film),
    thumb_url: url(`${baseName}_thumb.jpg`),
    images:
      item.type === "SHOTS_SET_FOLDER"
        ? [1, 2, 3].map((shot) => ({ original_url: url(`shot_${shot}.jpg`) }))
        : undefined,
  };
}
