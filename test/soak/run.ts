// `npm run soak [POLLS [SEED]]`: without a number of polls, also measures what each fault costs while it lasts. A seed repeats
// the faults, but not how many ends there are: when replies come depends on the machine.
import { randomInt } from "node:crypto";
import { exitWith } from "../vscode/exit";
import { megabytes, notFlat } from "./flat";
import { Soak, type SoakResult } from "./soak";
import { floods, steadyCosts } from "./steady";

const POLLS = 10_000;

/** Parts after which it is measured: of fewer polls a part would be too short. */
const PARTS = 10;
const MIN_PART = 80;

const [polls, seed] = process.argv.slice(2);

async function main(): Promise<number> {
  const chosen = { polls: Number(polls ?? POLLS), seed: Number(seed ?? randomInt(2 ** 31)) };
  const parts = Math.min(PARTS, Math.floor(chosen.polls / MIN_PART));
  console.log(`The same faults in the same order: npm run soak ${chosen.polls} ${chosen.seed}`);
  const result = await Soak.run(chosen.polls, chosen.seed, parts);
  print(result);
  const costs = polls === undefined ? await steadyCosts(chosen.seed) : [];
  if (costs.length > 0) console.table(costs.slice(0, 10));
  const problems = [...result.problems, ...notFlat(result.standings), ...floods(costs)];
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? "All right, and flat." : `${problems.length} problems.`);
  return problems.length === 0 ? 0 : 1;
}

function print({ standings, faults, counts, hours }: SoakResult): void {
  console.table(standings.map((each) => ({ ...each, heap: megabytes(each.heap) })));
  const groups = new Map<string, { faults: number; periods: number; minutes: number }>();
  for (const { group, periods, seconds } of faults.values()) {
    const sum = groups.get(group) ?? { faults: 0, periods: 0, minutes: 0 };
    groups.set(group, {
      faults: sum.faults + 1,
      periods: sum.periods + periods,
      minutes: Math.round(sum.minutes + seconds / 60),
    });
  }
  console.table(Object.fromEntries(groups));
  const { watched, ranAgain, ended, removed } = counts;
  console.log(`${hours.toFixed(1)} hours. ${watched} folders were watched, ${ranAgain} times one ran again.`);
  console.log(`The user was told ${ended} ends, and ${removed} times that a folder is gone.`);
}

void exitWith(main);
