import * as l10n from "@vscode/l10n";
import { MAX_SENTENCE } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { LONG_WAIT } from "../../folders/store/retryAfter";
import type { Failure } from "../../folders/store/serverHealth";
import { hostOf } from "../../oz/http/hostInWords";
import type { OzError } from "../../oz/http/ozError";
import { dayOf, exactDate, shortTime, zonedTime } from "./formatTime";
import { reasonText } from "./reasonText";

/** @returns what failed and since when: "Access denied since 12:03:11" */
export function failureInWords({ error, since }: Failure, now: number): string {
  return l10n.t({
    message: "{0} since {1}",
    args: [reasonText(error), shortTime(since, now)],
    comment: ["{0} is why a server cannot be read: “Access denied”. {1} is a time."],
  });
}

/**
 * @returns when the server is asked again, if it has asked to wait for more than a minute: "retry at 12:09:00"; "retry on
 * 2026-11-24" on another day, as a row of the sidebar has no room for both
 */
export function retryInWords(failure: Failure, now: number): string | undefined {
  const retryAt = lateRetry(failure);
  if (retryAt === undefined) return undefined;
  return dayOf(retryAt) === dayOf(now)
    ? l10n.t("retry at {0}", shortTime(retryAt, now))
    : l10n.t("retry on {0}", exactDate(retryAt));
}

/** @returns why it failed and what to do, in sentences */
export function failureSentence(failure: Failure): string {
  const message = plainText(failure.error.message, MAX_SENTENCE);
  const retryAt = lateRetry(failure);
  return retryAt === undefined
    ? message
    : `${message} ${l10n.t("Next request at {0}. Refresh asks now.", zonedTime(retryAt))}`;
}

/** @returns the same, with its beginning, for a tooltip */
export function failureWithTime(failure: Failure): string {
  return `${failureSentence(failure)} ${l10n.t("Failing since {0}.", zonedTime(failure.since))}`;
}

/**
 * @param now epoch milliseconds
 * @returns why a request that the user made has failed, in sentences; if the server asks to wait, until when
 */
export function errorSentence(error: OzError, now: number): string {
  const { reason, origin, message, retryAfter = 0 } = error;
  if (reason !== "tooManyRequests" || retryAfter <= 0) return message;
  const wait = l10n.t("{0} asked us to wait until {1}.", hostOf(origin), shortTime(now + retryAfter, now));
  const wasSent = error.status !== undefined;
  return wasSent ? wait : `${wait} ${l10n.t("Refresh to ask now.")}`;
}

function lateRetry({ error, retryAt }: Failure): number | undefined {
  return (error.retryAfter ?? 0) > LONG_WAIT ? retryAt : undefined;
}
