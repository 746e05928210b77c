import { MAX_MEDIA, MAX_USES } from "../../base/limits";
import { isObject, member, readText, textMember, timeMember, type JsonObject } from "../../base/readJson";
import { readAnalysisType } from "../../status/analysisType";
import { readScores, type Score } from "../../status/score";
import { readLink } from "./link";

/** How one analysis used a medium. */
interface MediumUse {
  /** The analysis's type in upper case, as `readAnalysisType` gives it. */
  readonly type: string | undefined;
  /** The analysis's score for this medium; undefined if the reply has none. */
  readonly score: Score | undefined;
}

/** An image, a video or a set of shots in a folder. */
export interface Medium {
  /** Undefined if the server sent none. */
  readonly id: string | undefined;
  /** The file name at upload. */
  readonly name: string | undefined;
  /** As Oz API writes it, such as VIDEO_FOLDER. */
  readonly type: string | undefined;
  readonly tags: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  /** The URL of the file, if a browser may open it; its host may not be reachable from outside. */
  readonly link: URL | undefined;
  /** The analyses that used it, in the order of the reply; at most the last `MAX_USES`. */
  readonly uses: readonly MediumUse[];
}

/** The members with a medium's own IDs, and those by which results refer to it (sections 6.4 and 7 of oz-api.md). */
const OWN_IDS = ["media_id", "video_id", "shots_set_id", "image_id"];
const NAMED_IDS = [
  "media_id",
  "source_media_id",
  "source_video_id",
  "source_shots_set_id",
  "source_image_id",
];

/** Rows, tooltips and summaries keep asking for the media of unchanged folders. */
const known = new WeakMap<JsonObject, readonly Medium[]>();

/**
 * Reads the media of a folder: its own, and those that only its analyses mention.
 * @param folder any JSON value; the result for an object is cached, so it must not change
 * @returns at most `MAX_MEDIA`, each with at most `MAX_USES`
 */
export function readMedia(folder: unknown): readonly Medium[] {
  if (!isObject(folder)) return [];
  const media = known.get(folder) ?? readUncached(folder);
  known.set(folder, media);
  return media;
}

function readUncached(folder: JsonObject): readonly Medium[] {
  const analyses = list(folder, "analyses").filter(isObject);
  const found = findMedia(list(folder, "media"), analyses);
  const notes: Notes = new Map(found.flatMap((json) => idsOf(json, OWN_IDS)).map((id) => [id, []]));
  // From the end, because the last score is shown: if there are too many uses, the first are left out.
  for (const [place, analysis] of [...analyses.entries()].reverse()) noteUses(analysis, place, notes);
  return found.map((json) => readMedium(json, notes));
}

/** @returns at most `MAX_MEDIA`, each once, whichever of its IDs a mention uses */
function findMedia(own: readonly unknown[], analyses: readonly JsonObject[]): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const told = new Set<string>();
  const add = (values: readonly unknown[], mayLackId: boolean): void => {
    for (const value of values) {
      if (found.length === MAX_MEDIA) return;
      const ids = idsOf(value, OWN_IDS);
      const isNew = ids.length > 0 ? !ids.some((id) => told.has(id)) : mayLackId;
      for (const id of ids) told.add(id);
      if (isNew && isObject(value)) found.push(value);
      else if (isNew && typeof value === "string") found.push({ media_id: value });
    }
  };
  add(own, true);
  // Without an ID we cannot know whether the folder has it already.
  for (const analysis of analyses) add(list(analysis, "source_media"), false);
  return found;
}

function readMedium(json: JsonObject, notes: Notes): Medium {
  const type = textMember(json, "media_type");
  const links = ["video_url", "original_url", "preview_url"];
  // An image's own file, but of a video what a browser can play.
  if (type?.startsWith("IMAGE") === true) links.unshift("original_url");
  return {
    id: textMember(json, "media_id"),
    name: textMember(json, "original_name"),
    type,
    tags: list(json, "tags").flatMap((tag) => readText(tag) ?? []),
    createdAt: timeMember(json, "time_created"),
    updatedAt: timeMember(json, "time_updated"),
    link: links.map((name) => readLink(textMember(json, name) ?? "")).find((link) => link),
    uses: usesOf(idsOf(json, OWN_IDS), notes),
  };
}

/** That an analysis used a medium, with the analysis's index. */
interface Note {
  readonly place: number;
  readonly use: MediumUse;
}

/** For each ID of the media: the analyses that mention it, the last first. */
type Notes = ReadonlyMap<string, Note[]>;

/** Reads an analysis once, not once per medium: there may be thousands of both. */
function noteUses(analysis: JsonObject, place: number, notes: Notes): void {
  const type = readAnalysisType(member(analysis, "type"));
  const { confs, params, results_data } = analysis;
  const readAll = (media: readonly JsonObject[]): readonly Score[] =>
    readScores({ confs, params, results_data, results_media: media }, type);
  const own = readAll([]).length;
  for (const one of list(analysis, "results_media")) {
    if (!isObject(one)) continue;
    const note = { place, use: { type, score: readAll([one])[own] } };
    for (const id of idsOf(one, NAMED_IDS)) addNote(notes.get(id), note);
  }
  const withoutScore = { place, use: { type, score: undefined } };
  for (const one of list(analysis, "source_media")) {
    for (const id of idsOf(one, OWN_IDS)) addNote(notes.get(id), withoutScore);
  }
}

/** @param ofId undefined for a medium that is mentioned but not read */
function addNote(ofId: Note[] | undefined, note: Note): void {
  if (!ofId) return;
  const last = ofId.at(-1);
  if (last?.place !== note.place) {
    if (ofId.length < MAX_USES) ofId.push(note);
  } else if (!last.use.score) ofId[ofId.length - 1] = note;
}

/** @returns how analyses used the medium with these IDs; the score is from the first ID that has one */
function usesOf(ids: readonly string[], notes: Notes): readonly MediumUse[] {
  const byPlace = new Map<number, MediumUse>();
  for (const id of ids) {
    for (const { place, use } of notes.get(id) ?? []) if (!byPlace.get(place)?.score) byPlace.set(place, use);
  }
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .slice(-MAX_USES)
    .map(([, use]) => use);
}

/** A medium may be given by its ID alone, as in requests. */
function idsOf(value: unknown, names: readonly string[]): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  const ids: string[] = [];
  for (const name of names) {
    const id = readText(member(value, name));
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}
