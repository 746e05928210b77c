import type { Span } from "./reading";

/** @returns the text with `…` in place of each part; parts that overlap are one */
export function hide(text: string, parts: Iterable<Span>): string {
  /** For each index, where the longest part that begins there ends. There may be too many parts to sort them. */
  const ends = Array<number>(text.length).fill(0);
  for (const { from, to } of parts) ends[from] = Math.max(to, ends[from] ?? 0);
  let safe = "";
  let done = 0;
  ends.forEach((end, index) => {
    if (end > 0 && index >= done) safe += `${text.slice(done, index)}…`;
    done = Math.max(done, end);
  });
  return safe + text.slice(done);
}
