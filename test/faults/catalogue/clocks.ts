import { isObject } from "../../../src/base/readJson";
import type { Reply } from "../front/reply";
import { replying, rewriting, type Act, type Fault } from "./fault";

const DAY = 24 * 60 * 60 * 1000;

function dated(change: (date: number) => Reply["headers"]): Act {
  return replying(async (exchange) => {
    const { headers, ...reply } = await exchange.upstream();
    const { date = "", ...others } = headers;
    return { ...reply, headers: { ...others, ...change(Date.parse(date)) } };
  });
}

function inWords(date: number): string {
  return new Date(date).toUTCString();
}

/** @param by seconds that are added to every time in it */
function shifted(json: unknown, by: number): unknown {
  if (Array.isArray(json)) return json.map((item) => shifted(item, by));
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) =>
      typeof value === "number" && /^time_|_date$/.test(name)
        ? [name, value + by]
        : [name, shifted(value, by)],
    ),
  );
}

const ROWS: readonly (readonly [id: string, title: string, act: Act])[] = [
  ["date-ahead", "The header Date is a day ahead", dated((date) => ({ date: inWords(date + DAY) }))],
  ["date-behind", "The header Date is a day behind", dated((date) => ({ date: inWords(date - DAY) }))],
  ["date-garbage", "The header Date is no date", dated(() => ({ date: "yesterday" }))],
  [
    "two-dates",
    "There are two headers Date, the first a day ahead",
    dated((date) => ({ date: inWords(date + DAY), Date: inWords(date) })),
  ],
  ["date-missing", "There is no header Date", dated(() => ({}))],
  ["times-ahead", "All times in replies are a day ahead", rewriting((json) => shifted(json, DAY / 1000))],
  ["times-behind", "All times in replies are a day behind", rewriting((json) => shifted(json, -DAY / 1000))],
];

/** Clocks that are a day off, or not told. */
export const CLOCK_FAULTS: readonly Fault[] = ROWS.map(([id, title, act]) => ({
  id: `clock-${id}`,
  group: "clock",
  title,
  sentence: undefined,
  reason: undefined,
  act,
}));
