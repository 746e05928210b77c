import assert from "node:assert/strict";
import fc from "fast-check";
import { askSeries, type SeriesQuestion } from "../../../../src/commands/prompts/askSeries";
import type { QuestionFrame } from "../../../../src/commands/prompts/questionFrame";

/** What the user does at a question: gives one of three answers, types and goes back, or closes it. */
const acts = fc.oneof(
  { weight: 5, arbitrary: fc.record({ answer: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ typed: fc.option(fc.string(), { nil: undefined }) }) },
  { weight: 1, arbitrary: fc.constant({}) },
);

/** For each question and answer, how many of the questions after it are skipped. */
const SKIPS = [
  [0, 1, 0],
  [0, 2, 5],
  [1, 0, 1],
  [0, 0, 2],
  [0, 1, 0],
];

/** The answers by question; 0 if missing. */
type Answers = Readonly<Record<number, number>>;

/** The questions that the answers lead to. */
function path(answers: Answers): readonly number[] {
  const all: number[] = [];
  for (let at = 0; at < SKIPS.length; at += 1 + (SKIPS[at]?.[answers[at] ?? 0] ?? 0)) all.push(at);
  return all;
}

describe("askSeries", () => {
  it("leads forward by the answers and back by the way that one came, with true numbers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 40 }), async (history) => {
        const rest = [...history];
        const asked: number[] = [];
        const texts = new Map<number, string>();
        const given = new Map<number, number>();
        /** The questions that are answered on the way to the present one. */
        const way: number[] = [];
        const take = (at: number, answers: Answers, frame: QuestionFrame): Answers | undefined => {
          asked.push(at);
          assert.equal(frame.title, "Title");
          assert.equal(frame.step, way.length + 1);
          assert.equal(frame.totalSteps, path(answers).length);
          assert.deepEqual(path(answers).slice(0, way.length + 1), [...way, at]);
          assert.equal(frame.onBack === undefined, way.length === 0);
          assert.equal(frame.typed, texts.get(at));
          for (const [question, answer] of given) assert.equal(answers[question], answer);
          const act = rest.shift();
          if (act && "answer" in act) {
            way.push(at);
            given.set(at, act.answer);
            return { ...answers, [at]: act.answer };
          }
          if (act && "typed" in act && frame.onBack) {
            if (act.typed !== undefined) frame.onTyped?.(act.typed);
            if (act.typed !== undefined) texts.set(at, act.typed);
            frame.onBack();
            way.pop();
            return undefined;
          }
          rest.length = 0;
          way.length = 0;
          return undefined;
        };
        const questions = SKIPS.map(
          (_, at): SeriesQuestion<Answers> =>
            (answers, frame) =>
              Promise.resolve(take(at, answers, frame)),
        );
        const result = await askSeries("Title", {}, (answers) => path(answers).map((at) => questions[at]!));
        assert.equal(asked[0], 0);
        if (result) assert.deepEqual(way, path(result));
        else assert.deepEqual(way, []);
      }),
      { numRuns: 2000 },
    );
  });

  it("ends with the error of a question", async () => {
    const error = new Error("no");
    await assert.rejects(
      askSeries("Title", {}, () => [() => Promise.reject(error)]),
      error,
    );
  });
});
