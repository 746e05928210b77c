import type { Reply } from "../front/reply";
import { replying, type Act, type Fault } from "./fault";

export const DAMAGED = / is damaged or not from an Oz API\. Try again, and check the address\.$/;
export const TOO_LARGE = / has more than (24 MB|250,000 values), the most that Oz Inspector reads\. /;

export const MEGABYTE = 1024 * 1024;

/** What is told of a body, and what it is made of. */
export type BodyRow = readonly [
  id: string,
  title: string,
  sentence: RegExp | undefined,
  reason: Fault["reason"],
  act: Act,
];

/** @returns the act of a server that sends its own reply otherwise */
export function changing(change: (reply: Reply) => Partial<Reply>): Act {
  return replying(async (exchange) => {
    const reply = await exchange.upstream();
    return { ...reply, ...change(reply) };
  });
}

/** @returns the faults of rows */
export function bodyFaults(rows: readonly BodyRow[]): readonly Fault[] {
  return rows.map(([id, title, sentence, reason, act]) => ({
    id: `body-${id}`,
    group: "body",
    title,
    sentence,
    reason,
    act,
  }));
}
