// Runs the cases that the parent process names, one after the other, and tells it what was wrong.
import "../../standIn/register.cjs";
import { runCase } from "./case";
import { CASES } from "./matrix";

process.env.TZ = "UTC";

/** What a worker tells about one case. */
export interface Outcome {
  readonly index: number;
  readonly problems: readonly string[];
}

process.on("message", (index: number) => {
  const { fault, moment } = CASES[index]!;
  const failed = (error: unknown): readonly string[] => [
    error instanceof Error ? (error.stack ?? "") : String(error),
  ];
  void runCase(fault, moment)
    .catch(failed)
    .then((problems) => process.send?.({ index, problems } satisfies Outcome));
});
