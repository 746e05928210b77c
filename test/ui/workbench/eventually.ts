import { setTimeout } from "node:timers/promises";
import type { Locator } from "playwright-core";

/**
 * The one scale of waiting, in milliseconds: anything that a test waits for may take this long. It is generous, since a
 * busy machine is slow: only a test that fails ever waits so long.
 */
export const PATIENCE = 30_000;

/** Between two readings. */
const PAUSE = 50;
/** After so long without an effect, an action is repeated. */
const RETRY = 3_000;

/** Reads again and again until the reading is right; fails with the last one. */
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

/** Attempts something until it succeeds: what moves at this moment makes a click go astray. */
export async function persist(
  what: string,
  attempt: (options: { readonly timeout: number }) => Promise<void>,
): Promise<void> {
  let failure: unknown;
  const succeeds = (): Promise<boolean> =>
    attempt({ timeout: RETRY }).then(
      () => true,
      (error: unknown) => {
        failure = error;
        return false;
      },
    );
  await eventually(what, succeeds, (succeeded) => succeeded).catch((cause: unknown) => {
    throw new Error(`${String(cause)}: ${String(failure)}`, { cause });
  });
}

/** Acts until something is on screen; not at all if it is there already. */
export async function actUntil(what: string, effect: Locator, act: () => Promise<void>): Promise<void> {
  await persist(what, async (options) => {
    if (await effect.isVisible()) return;
    await act();
    await effect.waitFor(options);
  });
}

/** Reads until two readings in a row are the same: something has come to rest. */
export async function atRest<T>(what: string, read: () => Promise<T>): Promise<T> {
  const pair = await eventually(
    `${what} to come to rest`,
    async () => [await read(), await read()] as const,
    ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
  );
  return pair[1];
}
