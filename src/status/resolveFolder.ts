import { compute, decidedBy } from "./compute";
import { FindingList } from "./findingList";
import { addFolderFindings } from "./folderFindings";
import { readFolderWords } from "./folderWords";
import { lastFinished } from "./group";
import { isObject, NOTHING, readTime, type JsonObject } from "./members";
import { overdue } from "./overdue";
import type { FolderResolution, GroupResolution } from "./resolution";
import { resolveGroups } from "./resolveGroups";
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

/**
 * Resolves a folder as Oz API sends it (rules 3 to 7 of statuses.md). Depends on nothing but its arguments and never
 * throws: any JSON value is a folder, if one about which nothing is known. Other values go through `plainData` first.
 * @param folder the folder with or without `analyses`; without, the server's words alone stand
 * @param options without, no folder is found to be processed for too long
 */
export function resolveFolder(folder: unknown, options?: ResolveOptions): FolderResolution {
  const json = isObject(folder) ? folder : NOTHING;
  const analyses: readonly unknown[] | undefined = Array.isArray(json.analyses) ? json.analyses : undefined;
  const found = new FindingList();
  const words = readFolderWords(json, analyses !== undefined, found);
  const groups = analyses ? resolveGroups(analyses, found) : [];
  const last = lastFinished(groups);
  const computed = analyses && compute(groups, last);
  const word = words.status ?? words.result;
  const deciding = decidedBy(last);
  const since = findProcessingSince(json, groups, word);
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
    settledResult: groups.some(({ running }) => running) ? last?.result : undefined,
    terminal: isTerminal(groups, word),
    groups,
    deciding,
    processingSince: since,
    findings: found.list(),
  };
}
