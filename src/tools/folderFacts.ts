import { exactJson } from "../base/exactJson";
import { MAX_SCRUBBED_LENGTH, MAX_SENTENCE, MAX_TOLD_METADATA } from "../base/limits";
import type { Scrubber } from "../base/log/scrubber";
import type { JsonObject } from "../base/readJson";
import { quoteServerText } from "../oz/http/quoteServerText";
import type { OzFolder } from "../oz/model/folder";
import { effectiveStatus, hasEnded } from "../status/effectiveStatus";
import type { ShownFindings } from "../views/shownFindings";
import { resultInWords } from "../views/text/folderText";
import { isoTime } from "../views/text/formatTime";
import { verdict } from "../views/text/verdict";
import type { Facts } from "./tool";

/** What facts about folders are told with. */
export interface FactsContext {
  readonly findings: ShownFindings;
  readonly scrubber: Scrubber;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether the user lets models see metadata. */
  readonly tellsMetadata: boolean;
}

/**
 * Tells what most questions about a folder ask for. Nothing in it is media, and metadata only if the user allows it.
 * @returns times in ISO 8601, statuses in the words of Oz API, sentences in the user's language, as they are on screen
 */
export function folderFacts(folder: OzFolder, context: FactsContext): Facts {
  const { findings, scrubber, now, tellsMetadata } = context;
  const { id, createdAt, updatedAt, metaData, resolution } = folder;
  return {
    folder_id: id,
    time_created: isoTime(createdAt),
    time_updated: isoTime(updatedAt),
    result: effectiveStatus(resolution),
    operator_decision: resolution.operatorDecision,
    result_in_words: quoteServerText(resultInWords(resolution), MAX_SENTENCE, scrubber),
    ended: hasEnded(resolution),
    reason: quoteServerText(verdict(resolution, now), MAX_SENTENCE, scrubber),
    findings: findings(resolution).map(({ code }) => code),
    ...(tellsMetadata && metaData ? { meta_data: metaDataText(metaData, scrubber) } : {}),
  };
}

/** As a text, because half an object would no longer be JSON, and numbers keep all their digits. */
function metaDataText(metaData: JsonObject, scrubber: Scrubber): string {
  const whole = exactJson(metaData, "");
  // Scrubbed before it is cut: a part of a secret would not be recognised.
  const safe = scrubber.scrub(whole.slice(0, MAX_SCRUBBED_LENGTH));
  const isLong = whole.length > MAX_SCRUBBED_LENGTH || safe.length > MAX_TOLD_METADATA;
  return isLong ? `${safe.slice(0, MAX_TOLD_METADATA)}…` : safe;
}
