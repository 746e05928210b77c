// `npm run faults [PART]`: runs every case of the matrix in several processes, and writes docs/reliability.md. With a part
// of a case's name, such as "poll-list" or "status-429", only those that have it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import "../../standIn/register.cjs";
import { exitWith } from "../../vscode/exit";
import { CASES, failureOf, nameOf } from "./matrix";
import { RELIABILITY_PAGE, reliabilityPage } from "./reliabilityPage";
import type { Outcome } from "./worker";

/** Cases after which a process is replaced: what one leaves behind must not change how the next goes. */
const MAX_CASES = 100;

/** Milliseconds of real time in which a case must end. */
const MAX_TIME = 180_000;

async function main(part = ""): Promise<number> {
  const waiting = CASES.map((_, index) => index).filter((index) => nameOf(CASES[index]!).includes(part));
  const total = waiting.length;
  if (total === 0) {
    console.error(
      `No case matches “${part}”. A case is a moment and a fault, such as “${nameOf(CASES[0]!)}”.`,
    );
    return 1;
  }
  const wrong = new Map<number, readonly string[]>();
  let done = 0;

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const worker = fork(path.join(import.meta.dirname, "worker.ts"), { execArgv: ["--import", "tsx"] });
      for (let count = 0; count < MAX_CASES && waiting.length > 0; count++) {
        const index = waiting.shift()!;
        worker.send(index);
        const { problems } = await outcome(worker, index);
        if (problems.length > 0) {
          wrong.set(index, problems);
          console.log(`✗ ${failureOf(CASES[index]!, problems)}`);
        }
        done++;
        if (done % 50 === 0) console.log(`${done} of ${total} cases, ${wrong.size} failed`);
        if (!worker.connected) break;
      }
      worker.kill();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));

  console.log(`\n${total - wrong.size} passed, ${wrong.size} failed`);
  if (wrong.size > 0) return 1;
  if (part === "") writeFileSync(RELIABILITY_PAGE, await reliabilityPage());
  return 0;
}

/** @returns how a case went; a process that ends or hangs has failed it */
async function outcome(worker: ReturnType<typeof fork>, index: number): Promise<Outcome> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(MAX_TIME)]);
  const ended = once(worker, "exit", { signal }).then(() => ({ index, problems: ["the process has ended"] }));
  const answered = once(worker, "message", { signal }).then(([message]) => message as Outcome);
  try {
    return await Promise.race([answered, ended]);
  } catch {
    worker.kill();
    worker.disconnect();
    return { index, problems: [`did not end within ${MAX_TIME / 1000} s`] };
  } finally {
    over.abort();
    await Promise.allSettled([answered, ended]);
  }
}

void exitWith(() => main(process.argv.slice(2).join(" ")));
