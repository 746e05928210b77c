import { setTimeout } from "node:timers/promises";
import type { Locator } from "playwright-core";

/**
 * The timeout of every wait, in milliseconds. It is generous, as the machine may be busy: only a failing test waits this
 * long.
 */
export const PATIENCE = 60_000;

/** Milliseconds between two readings. */
const PAUSE = 50;
/** Milliseconds without an effect after which an action is repeated. */
const RETRY = 3_000;

/**
 * Reads repeatedly until the value is right, and returns it. After `PATIENCE` it fails with the last value.
 * @param what it waits for, for the error message
 */
export async function eventually<T>(
  what: string,
  read: () => Promise<T> | T,
  isRight: (value: T) => boolean,
): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (isRight(value)) return value;
    if (performance.now() > end) {
      throw new Error(
        `Waited ${PATIENCE / 1000} s for ${what}; the last reading was ${JSON.stringify(value).slice(0, 2000)}`,
      );
    }
    await setTimeout(PAUSE);
  }
}

/** Repeats an action until it succeeds, and returns its result: a click misses an element that is moving. */
export async function persist<T>(
  what: string,
  attempt: (options: { readonly timeout: number }) => Promise<T>,
): Promise<T> {
  let failure: unknown;
  const succeed = (): Promise<{ readonly result: T } | undefined> =>
    attempt({ timeout: RETRY }).then(
      (result) => ({ result }),
      (error: unknown) => {
        failure = error;
        return undefined;
      },
    );
  const success = await eventually(what, succeed, (value) => value !== undefined).catch((cause: unknown) => {
    throw new Error(`${String(cause)}: ${String(failure)}`, { cause });
  });
  return success!.result;
}

/** Repeats an action until its effect is visible; does nothing if it already is. */
export async function actUntil(what: string, effect: Locator, act: () => Promise<void>): Promise<void> {
  await persist(what, async (options) => {
    if (await effect.isVisible()) return;
    await act();
    await effect.waitFor(options);
  });
}

/** Reads repeatedly until two readings in a row are equal, and returns them. */
export async function atRest<T>(what: string, read: () => Promise<T>): Promise<T> {
  const pair = await eventually(
    `${what} to come to rest`,
    async () => [await read(), await read()] as const,
    ([first, second]) => JSON.stringify(first) === JSON.stringify(second),
  );
  return pair[1];
}
