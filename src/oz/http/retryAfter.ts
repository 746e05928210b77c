const longest = 24 * 60 * 60 * 1000;

/**
 * Reads the header Retry-After.
 * @param header seconds or an HTTP date
 * @param now epoch milliseconds
 * @returns milliseconds to wait, at least 0 and at most a day; undefined when there is no such header or no sense in it
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  // Date.parse takes "-5" and "2.5" for dates.
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : /[a-z]/i.test(text) ? Date.parse(text) - now : NaN;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longest);
}
