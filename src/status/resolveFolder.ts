import { lastFinished, resolveGroups } from "./group";
import { member } from "./members";
import type { FolderResolution, GroupResolution } from "./resolution";
import { isUnsettled, isVerdict, rawStatus, readStatus, type Status } from "./words";

/** Rules 3 and 4 of statuses.md: what the analyses say by themselves. */
function compute(groups: readonly GroupResolution[]): { status: Status; result: Status } {
  const last = lastFinished(groups);
  if (groups.length === 0) return { status: "INITIAL", result: "INITIAL" };
  if (!last || groups.some((group) => group.running)) return { status: "PROCESSING", result: "PROCESSING" };
  const analyses = groups.flatMap((group) => group.analyses);
  const failed = analyses.some(({ state, result }) => (state ?? result) === "FAILED");
  const done = analyses.every(({ terminal }) => terminal);
  return { status: failed ? "FAILED" : done ? "FINISHED" : "UNKNOWN", result: last.result };
}

/** Rule 7. Where there are no analyses to ask, the folder's own words decide. */
function isTerminal(groups: readonly GroupResolution[], words: readonly (Status | undefined)[]): boolean {
  const analyses = groups.flatMap((group) => group.analyses);
  if (analyses.length > 0) return analyses.every((analysis) => analysis.terminal);
  const word = words.find((candidate) => candidate !== undefined);
  return word === "FINISHED" || word === "FAILED" || isVerdict(word);
}

/** The server's two words; older servers write the result into `resolution_status` (rule 5). */
function readWords(folder: unknown): Pick<FolderResolution, "status" | "rawStatus" | "result" | "rawResult"> {
  const statusMember = member(folder, "resolution_status");
  const resultMember = member(folder, "system_resolution");
  const status = readStatus(statusMember);
  const raw = { rawStatus: rawStatus(statusMember), rawResult: rawStatus(resultMember) };
  if (!isVerdict(status)) return { status, result: readStatus(resultMember), ...raw };
  return {
    status: "FINISHED",
    rawStatus: raw.rawStatus,
    result: readStatus(resultMember) ?? status,
    rawResult: raw.rawResult ?? raw.rawStatus,
  };
}

/**
 * Resolves a folder as Oz API sends it (rules 3 to 7 of statuses.md). Depends on nothing but its argument and never
 * throws: any JSON value is a folder, if one about which nothing is known.
 * @param folder the folder with or without `analyses`; without, the server's words alone stand
 */
export function resolveFolder(folder: unknown): FolderResolution {
  const analyses = member(folder, "analyses");
  const groups = Array.isArray(analyses) ? resolveGroups(analyses) : [];
  const computed = Array.isArray(analyses) ? compute(groups) : undefined;
  const words = readWords(folder);
  const last = lastFinished(groups);
  return {
    status: words.status ?? computed?.status,
    rawStatus: words.rawStatus,
    result: words.result ?? computed?.result,
    rawResult: words.rawResult,
    resultSource: words.result !== undefined ? "server" : computed && "computed",
    computed,
    settledResult: groups.some((group) => group.running) ? last?.result : undefined,
    terminal: isTerminal(groups, [words.status, words.result]),
    groups,
    deciding: last && {
      groupId: last.id,
      analysisIds: last.analyses.flatMap(({ id, result }) =>
        result === last.result && id !== undefined ? [id] : [],
      ),
    },
  };
}

/**
 * @returns the one status that stands for the folder: its result, or its status where no result is known, or
 * UNKNOWN where neither is
 */
export function shownStatus({ result, status }: Pick<FolderResolution, "result" | "status">): Status {
  return result ?? status ?? "UNKNOWN";
}

/**
 * @returns whether the folder has reached its end: terminal, and the server has written the result too. Between the
 * last analysis and the folder there is a moment in which it has not.
 */
export function hasEnded(resolution: FolderResolution): boolean {
  return resolution.terminal && !isUnsettled(shownStatus(resolution));
}
