import type { HttpReply } from "../http/transport";
import type { Tokens } from "./tokens";

/** A session is renewed at most this many milliseconds before its end, and not before the last fifth of its life. */
const LONGEST_MARGIN = 120_000;

/**
 * Puts the end of a new session into the time of this machine, whose clock may go wrong: the server tells its own
 * time in the header `Date`.
 * @param now epoch milliseconds
 * @returns the tokens, without an end that lies in the past: that says no more than that the clocks differ
 */
export function datedTokens(tokens: Tokens, reply: HttpReply, now: number): Tokens {
  const { expireDate, ...rest } = tokens;
  const serverNow = Date.parse(reply.header("date") ?? "");
  const shift = Number.isNaN(serverNow) ? 0 : now - serverNow;
  const end = expireDate === undefined ? undefined : expireDate + shift;
  return end === undefined || end <= now ? rest : { ...rest, expireDate: end, receivedAt: now };
}

/**
 * @param now epoch milliseconds
 * @param share from 0 up to 1, another one in each window, so that they do not renew at the same moment
 * @returns whether a session is so near to its end that it should be renewed before it is used
 */
export function endsSoon(
  { expireToken, expireDate, receivedAt }: Tokens,
  now: number,
  share: number,
): boolean {
  if (expireToken === undefined || expireDate === undefined || receivedAt === undefined) return false;
  const margin = Math.min((expireDate - receivedAt) / 5, LONGEST_MARGIN);
  return now >= expireDate - margin * (0.5 + share / 2);
}
