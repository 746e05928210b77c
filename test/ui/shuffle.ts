import type { RootHookObject, Suite } from "mocha";

/** `SHUFFLE=7 npm run test:ui` shuffles the tests of each file; the number is the seed. */
const seed = process.env.SHUFFLE;

export const mochaHooks: RootHookObject =
  seed === undefined
    ? {}
    : {
        beforeAll(this: Mocha.Context) {
          const root = this.test?.parent;
          if (root) shuffle(root, numbers(Number(seed)));
        },
      };

function shuffle(suite: Suite, next: () => number): void {
  const rank = new Map([...suite.tests, ...suite.suites].map((each) => [each as object, next()]));
  const byRank = (a: object, b: object): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  suite.tests.sort(byRank);
  suite.suites.sort(byRank);
  for (const child of suite.suites) shuffle(child, next);
}

/** Pseudo-random numbers, the same for the same seed (a linear congruential generator). */
function numbers(state: number): () => number {
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32);
}
