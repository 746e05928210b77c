import type { QuestionFrame } from "./questionFrame";

/**
 * One question of a series.
 * @returns the answers with its own added; undefined if the question was closed without one
 */
export type SeriesQuestion<Answers> = (
  answers: Answers,
  frame: QuestionFrame,
) => Promise<Answers | undefined>;

/**
 * Asks one question after the other. From each but the first, Back leads to the one before, which has what was typed there.
 * @param answers what is assumed before anything is answered
 * @param questionsFor all questions that these answers need, in their order. It depends on nothing else, and an answer
 *   changes only what follows it.
 * @returns the answers; undefined if the user closed a question
 */
export async function askSeries<Answers>(
  title: string,
  answers: Answers,
  questionsFor: (answers: Answers) => readonly SeriesQuestion<Answers>[],
): Promise<Answers | undefined> {
  const typed = new Map<SeriesQuestion<Answers>, string>();
  let known = answers;
  for (let index = 0; ;) {
    const questions = questionsFor(known);
    const question = questions[index];
    if (!question) return known;
    let next = index + 1;
    const answered = await question(known, {
      title,
      step: index + 1,
      totalSteps: questions.length,
      onBack: index === 0 ? undefined : () => (next = index - 1),
      typed: typed.get(question),
      onTyped: (text) => typed.set(question, text),
    });
    if (answered !== undefined) known = answered;
    else if (next > index) return undefined;
    index = next;
  }
}
