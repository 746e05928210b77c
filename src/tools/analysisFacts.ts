import { MAX_QUOTED_ERROR, MAX_QUOTED_NAME, MAX_TOLD_ANALYSES, MAX_TOLD_SCORES } from "../base/limits";
import type { Scrubber } from "../base/log/scrubber";
import { quoteServerText } from "../oz/http/quoteServerText";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "../status/resolution";
import { isoTime } from "../views/text/formatTime";
import { groupRole } from "../views/text/groupText";
import type { Facts } from "./tool";

/** @returns a text of a server, see `quoteServerText`; undefined for none */
type Quote = (text: string | undefined, limit: number) => string | undefined;

/**
 * Tells the analyses of a folder by group, the group that decides first, then the newest.
 * @returns at most `MAX_TOLD_ANALYSES` of them, and how many others there are
 */
export function analysisFacts(resolution: FolderResolution, scrubber: Scrubber): Facts {
  const quote: Quote = (text, limit) =>
    text === undefined ? undefined : quoteServerText(text, limit, scrubber);
  const { groups, deciding, analysisCount } = resolution;
  const isDeciding = ({ id }: GroupResolution): boolean => id === deciding?.groupId;
  const newestFirst = groups.toReversed();
  const ordered = [...newestFirst.filter(isDeciding), ...newestFirst.filter((group) => !isDeciding(group))];
  let room = MAX_TOLD_ANALYSES;
  const told = ordered.flatMap((group) => {
    const analyses = group.analyses.slice(0, room);
    room -= analyses.length;
    return analyses.length === 0 ? [] : [groupOf(group, resolution, analyses, quote)];
  });
  const count = analysisCount ?? 0;
  const leftOut = count - (MAX_TOLD_ANALYSES - room);
  return {
    // Undefined if the reply does not include them.
    analyses_in_all: analysisCount,
    groups: told,
    ...(leftOut > 0 ? { analyses_left_out: leftOut } : {}),
  };
}

function groupOf(
  group: GroupResolution,
  resolution: FolderResolution,
  analyses: readonly AnalysisResolution[],
  quote: Quote,
): Facts {
  const { id, inferred, result, createdAt, finishedAt } = group;
  const [role] = groupRole(group, resolution);
  return {
    group_id: inferred ? undefined : quote(id, MAX_QUOTED_NAME),
    role,
    time_created: isoTime(createdAt),
    time_finished: isoTime(finishedAt),
    result,
    analyses: analyses.map((analysis) => analysisOf(analysis, quote)),
  };
}

function analysisOf(analysis: AnalysisResolution, quote: Quote): Facts {
  const { id, type, state, result, scores, error } = analysis;
  const leftOut = scores.length - MAX_TOLD_SCORES;
  return {
    analysis_id: quote(id, MAX_QUOTED_NAME),
    type: quote(type, MAX_QUOTED_NAME),
    state,
    result,
    scores: scores.slice(0, MAX_TOLD_SCORES).map(({ name, value, threshold, lowerThreshold }) => ({
      name,
      value,
      threshold,
      lower_threshold: lowerThreshold,
    })),
    ...(leftOut > 0 ? { scores_left_out: leftOut } : {}),
    error: error && {
      error_code: quote(error.code, MAX_QUOTED_NAME),
      error_message: quote(error.message, MAX_QUOTED_ERROR),
    },
  };
}
