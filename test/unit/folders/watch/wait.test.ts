import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_ARRIVALS } from "../../../../src/base/limits";
import { arrivalsAmong, isFull, type Wait } from "../../../../src/folders/watch/wait";
import type { OzFolder } from "../../../../src/oz/model/folder";
import { finishedFolder, folder, idOf } from "../build";

/** When a wait begins, in milliseconds after the epoch, by the server's clock. */
const BEGIN = 1_000_000;

/** A folder of a server, which was read several times. */
interface Story {
  /** Milliseconds from the beginning to its creation, negative before; undefined if the server sends no time. */
  readonly created: number | undefined;
  /** Whether the list had it when the wait began. */
  readonly isListed: boolean;
  /** What each reply said of it, in order. */
  readonly replies: readonly ("PROCESSING" | "SUCCESS" | "DECLINED")[];
}

const story: fc.Arbitrary<Story> = fc
  .record({
    created: fc.option(
      fc.integer({ min: -3, max: 3 }).map((seconds) => seconds * 1000),
      { nil: undefined },
    ),
    wasThere: fc.boolean(),
    replies: fc.array(fc.constantFrom("PROCESSING" as const, "SUCCESS" as const, "DECLINED" as const), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  // One that was created in the second in which the wait began may have been there.
  .map(({ created, wasThere, replies }) => ({
    created,
    replies,
    isListed: created === undefined || created < 0 || (created === 0 && wasThere),
  }));

function replyOf({ created }: Story, number: number, result: Story["replies"][number]): OzFolder {
  const ended = result === "PROCESSING" ? {} : finishedFolder(number, result).json;
  const time_created = created === undefined ? null : (BEGIN + created) / 1000;
  return folder(number, { ...ended, time_created });
}

/** @returns what a wait has after replies in this order, each with some folders */
function play(wait: Wait, replies: readonly (readonly OzFolder[])[]): Wait {
  return replies.reduce((now, reply) => {
    const ids = arrivalsAmong(reply, now).map(({ id }) => id);
    return { ...now, arrived: [...now.arrived, ...ids] };
  }, wait);
}

describe("a wait for new folders", () => {
  const wait: Wait = {
    filter: { results: ["DECLINED"] },
    once: false,
    since: BEGIN,
    until: Infinity,
    before: [],
    arrived: [],
  };
  const beginning = (stories: readonly Story[]): Wait => ({
    ...wait,
    before: stories.flatMap(({ isListed, created = -1 }, index) =>
      isListed && created >= 0 ? [idOf(index)] : [],
    ),
  });
  /** Each reply has all folders that it says something about, as they were listed. */
  const repliesOf = (stories: readonly Story[], reverse: boolean): readonly (readonly OzFolder[])[] =>
    [0, 1, 2].map((round) => {
      const reply = stories.flatMap((one, index) => {
        const result = one.replies[round];
        return result === undefined ? [] : [replyOf(one, index, result)];
      });
      return reverse ? reply.reverse() : reply;
    });

  it("has exactly the folders that were created since, were not there, and matched in a reply, each once", () => {
    let count = 0;
    fc.assert(
      fc.property(fc.array(story, { maxLength: 12 }), fc.boolean(), (stories, reverse) => {
        const { arrived } = play(beginning(stories), repliesOf(stories, reverse));
        const expected = stories.flatMap(({ created, isListed, replies }, index) =>
          created !== undefined && created >= 0 && !isListed && replies.includes("DECLINED")
            ? [idOf(index)]
            : [],
        );
        assert.deepEqual([...arrived].sort(), expected.sort());
        count += expected.length;
      }),
      { numRuns: 500 },
    );
    assert.ok(count > 100, `only ${count} arrive`);
  });

  it("has the same, whatever the order within each reply; and of one, the first that was created", () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 12 }), (stories) => {
        for (const once of [false, true]) {
          const [one, other] = [false, true].map((reverse) => {
            const begun = { ...beginning(stories), once };
            return play(begun, repliesOf(stories, reverse));
          });
          const created = (ended: Wait | undefined): unknown =>
            ended?.arrived.map((id) => stories.find((_, index) => idOf(index) === id)?.created);
          assert.deepEqual(created(one), created(other));
          assert.ok(!once || (one?.arrived.length ?? 0) <= 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("has no more than it may have, and is full then", () => {
    const all = { ...wait, filter: {} };
    const many = Array.from({ length: 500 }, (_, index) => folder(BEGIN / 1000 + index));
    for (const [once, most] of [
      [true, 1],
      [false, MAX_ARRIVALS],
    ] as const) {
      const ended = play({ ...all, once }, [many.slice(0, most - 1), many, many]);
      assert.equal(ended.arrived.length, most);
      assert.ok(isFull(ended));
    }
    assert.ok(!isFull(play(all, [many.slice(0, MAX_ARRIVALS - 1)])));
  });
});
