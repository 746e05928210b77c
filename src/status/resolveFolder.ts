import { MOST_ANALYSES, MOST_MEDIA } from "../base/limits";
import { isObject, NOTHING, readTime, type JsonObject } from "../base/readJson";
import { FindingList } from "./findingList";
import { addFolderFindings } from "./folderFindings";
import { readFolderWords } from "./folderWords";
import { lastFinished } from "./group";
import { overdue } from "./overdue";
import type { FolderResolution, GroupResolution } from "./resolution";
import { resolveGroups } from "./resolveGroups";
import { statusFromAnalyses, decidedBy } from "./statusFromAnalyses";
import { isVerdict, type Status } from "./words";

/** What a resolution needs to know of time. */
export interface ResolveOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  /** How many milliseconds a folder may be processed before that is a finding; none when 0, negative or NaN. */
  readonly processingLimit: number;
}

/** Rule 7. Where there are no analyses to ask, the folder's own words decide. */
function isTerminal(groups: readonly GroupResolution[], word: Status | undefined): boolean {
  if (groups.length > 0) return groups.every(({ terminal }) => terminal);
  return word === "FINISHED" || word === "FAILED" || isVerdict(word);
}

/** @returns since when the longest-running analysis runs; without analyses to ask, since when the folder was changed */
function findProcessingSince(
  json: JsonObject,
  groups: readonly GroupResolution[],
  word: Status | undefined,
): number | undefined {
  if (groups.length === 0) {
    return word === "PROCESSING" ? (readTime(json.time_updated) ?? readTime(json.time_created)) : undefined;
  }
  let since: number | undefined;
  for (const group of groups) {
    for (const { running, createdAt } of group.analyses) {
      if (running && createdAt !== undefined) since = Math.min(since ?? createdAt, createdAt);
    }
  }
  return since;
}

/** One that runs makes the whole PROCESSING (rule 3); apart from that, a part of the analyses tells nothing. */
const NOT_KNOWN = { status: "UNKNOWN", result: "UNKNOWN" } as const;

function addIfCut(found: FindingList, what: string, list: unknown, most: number): void {
  if (!Array.isArray(list) || list.length <= most) return;
  const [count, shown] = [list.length, most].map((number) => number.toLocaleString("en"));
  found.add("replyCut", `The folder has ${count} ${what}; only the first ${shown} are shown.`);
}

/**
 * Resolves a folder as Oz API sends it (rules 3 to 7 of statuses.md). Depends on nothing but its arguments and never
 * throws: any JSON value is a folder, if one about which nothing is known. Other values go through `plainData` first.
 * @param folder the folder with or without `analyses`; without, the server's words alone stand
 * @param options without, no folder is found to be processed for too long
 * @param cut a sentence for each thing that was cut out of the folder before
 */
export function resolveFolder(
  folder: unknown,
  options?: ResolveOptions,
  cut: readonly string[] = [],
): FolderResolution {
  const json = isObject(folder) ? folder : NOTHING;
  const sent: readonly unknown[] | undefined = Array.isArray(json.analyses) ? json.analyses : undefined;
  const isCut = sent !== undefined && sent.length > MOST_ANALYSES;
  const analyses = isCut ? sent.slice(0, MOST_ANALYSES) : sent;
  const found = new FindingList();
  for (const sentence of cut) found.add("replyCut", sentence);
  addIfCut(found, "analyses", sent, MOST_ANALYSES);
  addIfCut(found, "media", json.media, MOST_MEDIA);
  const words = readFolderWords(json, analyses !== undefined, found);
  const groups = analyses ? resolveGroups(analyses, found) : [];
  // Of analyses that were not looked at, any may have finished last.
  const last = isCut ? undefined : lastFinished(groups);
  const isRunning = groups.some(({ running }) => running);
  const computed = isCut && !isRunning ? NOT_KNOWN : analyses && statusFromAnalyses(groups, last);
  const asked = isCut && !isRunning ? [] : groups;
  const word = words.status ?? words.result;
  const deciding = decidedBy(last);
  const since = findProcessingSince(json, asked, word);
  if (computed) {
    addFolderFindings(found, {
      status: words.status ?? computed.status,
      result: words.result ?? computed.result,
      computed,
      groups,
      deciding,
    });
  }
  const late = options && overdue({ processingSince: since, groups }, options.now, options.processingLimit);
  if (late) found.add(late.code, late.message, late.analysisIds);
  return {
    status: words.status ?? computed?.status,
    rawStatus: words.rawStatus,
    result: words.result ?? computed?.result,
    rawResult: words.rawResult,
    resultSource: words.result === undefined ? computed && "computed" : "server",
    computed,
    settledResult: isRunning ? last?.result : undefined,
    terminal: isTerminal(asked, word),
    analysisCount: sent?.length,
    groups,
    deciding,
    processingSince: since,
    findings: found.list(),
  };
}
