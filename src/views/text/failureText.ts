import { MAX_SENTENCE } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { LONG_WAIT } from "../../folders/store/retryAfter";
import type { Failure } from "../../folders/store/serverHealth";
import { hostOf } from "../../oz/http/hostInWords";
import type { OzError } from "../../oz/http/ozError";
import { dayOf, shortTime, zonedTime } from "./formatTime";
import { REASON_TEXTS } from "./reasonText";

/** @returns what failed and since when: "Access denied since 12:03:11" */
export function failureInWords({ error, since }: Failure, now: number): string {
  return `${REASON_TEXTS[error.reason]} since ${shortTime(since, now)}`;
}

/**
 * @returns when the server is asked again, if it has asked to wait for more than a minute: "at 12:09:00"; "on 2026-11-24" on
 * another day, as a row of the sidebar has no room for both
 */
export function retryTime(failure: Failure, now: number): string | undefined {
  const retryAt = lateRetry(failure);
  if (retryAt === undefined) return undefined;
  const day = dayOf(retryAt);
  return day === dayOf(now) ? `at ${shortTime(retryAt, now)}` : `on ${day}`;
}

/** @returns why it failed and what to do, in sentences */
export function failureSentence(failure: Failure): string {
  const message = plainText(failure.error.message, MAX_SENTENCE);
  const retryAt = lateRetry(failure);
  return retryAt === undefined
    ? message
    : `${message} Next request at ${zonedTime(retryAt)}. Refresh asks now.`;
}

/** @returns the same, with its beginning, for a tooltip */
export function failureWithTime(failure: Failure): string {
  return `${failureSentence(failure)} Failing since ${zonedTime(failure.since)}.`;
}

/**
 * @param now epoch milliseconds
 * @returns why a request that the user made has failed, in sentences; if the server asks to wait, until when
 */
export function errorSentence(error: OzError, now: number): string {
  const { reason, origin, message, retryAfter = 0 } = error;
  if (reason !== "tooManyRequests" || retryAfter <= 0) return message;
  const wait = `${hostOf(origin)} asked us to wait until ${shortTime(now + retryAfter, now)}.`;
  const wasSent = error.status !== undefined;
  return wasSent ? wait : `${wait} Refresh to ask now.`;
}

function lateRetry({ error, retryAt }: Failure): number | undefined {
  return (error.retryAfter ?? 0) > LONG_WAIT ? retryAt : undefined;
}
