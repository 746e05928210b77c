import { setTimeout } from "node:timers/promises";

/** Reads again and again until what was read is right; fails with the last reading. */
export async function eventually<T>(
  what: string,
  read: () => Promise<T>,
  isRight: (value: T) => boolean,
  milliseconds = 10_000,
): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const value = await read();
    if (isRight(value)) return value;
    if (performance.now() > end) {
      throw new Error(
        `Waited ${milliseconds} ms for ${what}; the last reading was ${JSON.stringify(value).slice(0, 2000)}`,
      );
    }
    await setTimeout(50);
  }
}
