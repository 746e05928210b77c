import { MAX_MEDIA, MAX_USES } from "../../base/limits";
import {
  isObject,
  member,
  readIdText,
  readText,
  textMember,
  timeMember,
  type JsonObject,
} from "../../base/readJson";
import { readAnalysisType } from "../../status/analysisType";
import { compareTexts, compareTimes } from "../../status/lists";
import { readScores, REFERENCE_IDS, type Score } from "../../status/score";
import { readLink } from "./link";

/** How one analysis used a medium. */
interface MediumUse {
  /** The analysis's type in upper case, as `readAnalysisType` gives it. */
  readonly type: string | undefined;
  /** When the analysis was created, in epoch milliseconds. */
  readonly at: number | undefined;
  /** The analysis's score for this medium, the deciding one of several; undefined if the reply has none. */
  readonly score: Score | undefined;
}

/** An image, a video or a set of shots in a folder. */
export interface Medium {
  /** Undefined if the server sent none. */
  readonly id: string | undefined;
  /** All IDs by which results may name it. */
  readonly ids: readonly string[];
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
  /** The analyses that used it, oldest first; at most the last `MAX_USES` of the reply. */
  readonly uses: readonly MediumUse[];
}

/** The members with a medium's own IDs (section 7 of oz-api.md). */
const OWN_IDS = ["media_id", "video_id", "shots_set_id", "image_id"];

/** Rows, tooltips and summaries read the media of unchanged folders again and again. */
const cache = new WeakMap<JsonObject, readonly Medium[]>();

/**
 * Reads the media of a folder, including those that only its analyses mention.
 * @param folder any JSON value; the result for an object is cached, so it must not change
 * @returns at most `MAX_MEDIA`, each with at most `MAX_USES`
 */
export function readMedia(folder: unknown): readonly Medium[] {
  if (!isObject(folder)) return [];
  const media = cache.get(folder) ?? readUncached(folder);
  cache.set(folder, media);
  return media;
}

/** @returns whether analyses mention media that `readMedia` leaves out; the length of the folder's own list tells the rest */
export function mentionsMoreMedia(folder: JsonObject): boolean {
  const [own, analyses] = [list(folder, "media"), list(folder, "analyses").filter(isObject)];
  const mentioned = analyses.reduce((sum, analysis) => sum + list(analysis, "source_media").length, 0);
  // Almost all folders have so few that they need not be told apart.
  if (own.length > MAX_MEDIA || own.length + mentioned <= MAX_MEDIA) return false;
  return findMedia(own, analyses, MAX_MEDIA + 1).length > MAX_MEDIA;
}

function readUncached(folder: JsonObject): readonly Medium[] {
  const analyses = list(folder, "analyses").filter(isObject);
  const found = findMedia(list(folder, "media"), analyses, MAX_MEDIA);
  const mentions: Mentions = new Map(found.flatMap((json) => idsOf(json, OWN_IDS)).map((id) => [id, []]));
  // From the end: the last score is the one shown, so if there are too many uses, the first are left out.
  for (const [index, analysis] of [...analyses.entries()].reverse()) addMentionsOf(analysis, index, mentions);
  return found.map((json) => readMedium(json, mentions));
}

/** @returns the JSON of so many media at most, each once, by whichever of its IDs an analysis mentions it */
function findMedia(
  own: readonly unknown[],
  analyses: readonly JsonObject[],
  limit: number,
): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const seenIds = new Set<string>();
  const add = (values: readonly unknown[], mayLackId: boolean): void => {
    for (const value of values) {
      if (found.length === limit) return;
      const ids = idsOf(value, OWN_IDS);
      const isNew = ids.length > 0 ? !ids.some((id) => seenIds.has(id)) : mayLackId;
      for (const id of ids) seenIds.add(id);
      if (isNew && isObject(value)) found.push(value);
      else if (isNew && ids.length > 0) found.push({ media_id: ids[0] });
    }
  };
  add(own, true);
  // Without an ID, it cannot be known whether the folder already has it.
  for (const analysis of analyses) add(list(analysis, "source_media"), false);
  return found;
}

function readMedium(json: JsonObject, mentions: Mentions): Medium {
  const type = textMember(json, "media_type");
  const links = ["video_url", "original_url", "preview_url"];
  // For an image the original file, for a video one that a browser can play.
  if (type?.startsWith("IMAGE") === true) links.unshift("original_url");
  return {
    id: readIdText(json.media_id),
    ids: idsOf(json, OWN_IDS),
    name: textMember(json, "original_name"),
    type,
    tags: list(json, "tags").flatMap((tag) => readText(tag) ?? []),
    createdAt: timeMember(json, "time_created"),
    updatedAt: timeMember(json, "time_updated"),
    link: links.map((name) => readLink(textMember(json, name) ?? "")).find((link) => link),
    uses: usesOf(idsOf(json, OWN_IDS), mentions),
  };
}

/** A use of a medium, and the index of the analysis that used it. */
interface Mention {
  readonly index: number;
  readonly use: MediumUse;
}

/** For each ID of a medium, the analyses that mention it, the last one first. */
type Mentions = ReadonlyMap<string, Mention[]>;

/** Reads each analysis once, not once per medium, as there may be thousands of both. */
function addMentionsOf(analysis: JsonObject, index: number, mentions: Mentions): void {
  const type = readAnalysisType(member(analysis, "type"));
  const at = timeMember(analysis, "time_created");
  for (const score of readScores(analysis, type))
    for (const id of score.mediaIds) addMention(mentions.get(id), { index, use: { type, at, score } });
  const withoutScore = { index, use: { type, at, score: undefined } };
  const files = [
    ...list(analysis, "results_media").flatMap((one) => (isObject(one) ? idsOf(one, REFERENCE_IDS) : [])),
    ...list(analysis, "source_media").flatMap((one) => idsOf(one, OWN_IDS)),
  ];
  for (const id of files) addMention(mentions.get(id), withoutScore);
}

/** @param known the mentions of the medium; undefined if the medium is not among those read */
function addMention(known: Mention[] | undefined, mention: Mention): void {
  if (!known) return;
  const last = known.at(-1);
  if (last?.index !== mention.index) {
    if (known.length < MAX_USES) known.push(mention);
  } else if (!last.use.score) known[known.length - 1] = mention;
}

/** @returns how analyses used the medium with these IDs; the score is from the first ID that has one */
function usesOf(ids: readonly string[], mentions: Mentions): readonly MediumUse[] {
  const byAnalysis = new Map<number, MediumUse>();
  for (const id of ids) {
    for (const { index, use } of mentions.get(id) ?? [])
      if (!byAnalysis.get(index)?.score) byAnalysis.set(index, use);
  }
  return [...byAnalysis]
    .sort(([a], [b]) => a - b)
    .slice(-MAX_USES)
    .map(([, use]) => use)
    .sort(
      (a, b) =>
        compareTimes(a.at, b.at) ||
        compareTexts(a.type, b.type) ||
        (a.score?.value ?? 0) - (b.score?.value ?? 0),
    );
}

/** @returns the non-empty IDs; a medium may also be an ID instead of an object, as in requests */
function idsOf(value: unknown, names: readonly string[]): readonly string[] {
  const bare = readIdText(value);
  if (bare !== undefined) return [bare];
  const ids: string[] = [];
  for (const name of names) {
    const id = readIdText(member(value, name));
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}
