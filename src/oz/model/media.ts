import { MOST_MEDIA } from "../../base/limits";
import { isObject, member, readText, textMember, timeMember, type JsonObject } from "../../base/readJson";
import { readAnalysisType } from "../../status/analysisType";
import { readScores, type Score } from "../../status/score";
import { readLink } from "./readLink";

/** What one analysis has to do with a medium. */
interface MediumUse {
  /** The analysis's type in upper case, as `readAnalysisType` gives it. */
  readonly type: string | undefined;
  /** What the analysis judged this very medium by; undefined where the reply does not say. */
  readonly score: Score | undefined;
}

/** An image, a video or a set of shots in a folder. */
export interface Medium {
  /** Undefined where the server gave none. */
  readonly id: string | undefined;
  /** What the file was called when it was sent. */
  readonly name: string | undefined;
  /** As Oz API writes it, for example VIDEO_FOLDER. */
  readonly type: string | undefined;
  readonly tags: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  /** Where the file is, if a browser can be sent there; the host may be one that nobody outside reaches. */
  readonly link: URL | undefined;
  /** The analyses that used it, in the order of the reply. */
  readonly uses: readonly MediumUse[];
}

/** The names under which a medium has its ids, and under which results name it (sections 6.4 and 7 of oz-api.md). */
const OWN_IDS = ["media_id", "video_id", "shots_set_id", "image_id"];
const NAMED_IDS = [
  "media_id",
  "source_media_id",
  "source_video_id",
  "source_shots_set_id",
  "source_image_id",
];

/**
 * Reads the media of a folder: its own, and those that only its analyses tell of.
 * @param folder any JSON value
 * @returns at most `MOST_MEDIA`; empty where the reply tells of none
 */
export function readMedia(folder: unknown): readonly Medium[] {
  const analyses = list(folder, "analyses").filter(isObject);
  const known = new Set<string>();
  const isNew = (json: JsonObject): boolean => {
    const ids = idsOf(json, OWN_IDS);
    const told = ids.some((id) => known.has(id));
    for (const id of ids) known.add(id);
    return !told;
  };
  const own = list(folder, "media").flatMap(withId).filter(isNew);
  // Without an id there is no telling whether the folder has it already.
  const sources = analyses
    .flatMap((analysis) => list(analysis, "source_media").flatMap(withId))
    .filter((json) => idsOf(json, OWN_IDS).length > 0 && isNew(json));
  const uses = readUses(analyses);
  return [...own, ...sources].slice(0, MOST_MEDIA).map((json) => readMedium(json, uses));
}

function readMedium(json: JsonObject, uses: Uses): Medium {
  const ids = idsOf(json, OWN_IDS);
  const type = textMember(json, "media_type");
  const links = ["video_url", "original_url", "preview_url"];
  // Of an image the file itself, of a film what can be played.
  if (type?.startsWith("IMAGE") === true) links.unshift("original_url");
  return {
    id: textMember(json, "media_id"),
    name: textMember(json, "original_name"),
    type,
    tags: list(json, "tags").flatMap((tag) => readText(tag) ?? []),
    createdAt: timeMember(json, "time_created"),
    updatedAt: timeMember(json, "time_updated"),
    link: links.map((name) => readLink(textMember(json, name) ?? "")).find((link) => link),
    uses: usesOf(ids, uses),
  };
}

/** For each id that analyses name: what each of them has to do with it, by its place among them, in their order. */
type Uses = ReadonlyMap<string, ReadonlyMap<number, MediumUse>>;

/** Goes through all analyses once, not once for each medium: there may be thousands of both. */
function readUses(analyses: readonly JsonObject[]): Uses {
  const uses = new Map<string, Map<number, MediumUse>>();
  for (const [place, analysis] of analyses.entries()) {
    const type = readAnalysisType(member(analysis, "type"));
    const note = (id: string, score: Score | undefined): void => {
      const ofId = uses.get(id) ?? new Map<number, MediumUse>();
      uses.set(id, ofId.set(place, { type, score: ofId.get(place)?.score ?? score }));
    };
    const sources = list(analysis, "source_media").flatMap(withId);
    for (const id of sources.flatMap((one) => idsOf(one, OWN_IDS))) note(id, undefined);
    const { confs, params, results_data } = analysis;
    const readAll = (media: readonly JsonObject[]): readonly Score[] =>
      readScores({ confs, params, results_data, results_media: media }, type);
    const own = readAll([]).length;
    for (const one of list(analysis, "results_media").filter(isObject)) {
      const score = readAll([one])[own];
      for (const id of idsOf(one, NAMED_IDS)) note(id, score);
    }
  }
  return uses;
}

/** @returns what analyses have to do with the medium that has these ids, the score by the first of them that has one */
function usesOf(ids: readonly string[], uses: Uses): readonly MediumUse[] {
  const named = ids.flatMap((id) => uses.get(id) ?? []);
  const places = new Set(named.flatMap((ofId) => [...ofId.keys()]));
  return [...places]
    .sort((a, b) => a - b)
    .flatMap((place) => {
      const found = named.flatMap((ofId) => ofId.get(place) ?? []);
      return found.find(({ score }) => score) ?? found.slice(0, 1);
    });
}

/** Requests name media by their ids alone, and so may replies. Anything else but an object is none. */
function withId(value: unknown): readonly JsonObject[] {
  if (typeof value === "string") return [{ media_id: value }];
  return isObject(value) ? [value] : [];
}

function idsOf(json: JsonObject, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => textMember(json, name) ?? []);
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}
