import * as l10n from "@vscode/l10n";
import { counted } from "../../base/language";
import { plainText } from "../../base/plainText";
import type { GroupResolution } from "../../status/resolution";
import type { Status } from "../../status/status";
import { presentGroup } from "./groupText";

/** Where groups stand beside the one that finished last: together with it, or posted before it, after it, or who knows when. */
export type Place = "tied" | "earlier" | "later" | "other";

/**
 * @param count of the groups
 * @param label of their result
 */
type Clause = (count: number, label: string) => string;

/** What came out of groups. Whole, as languages differ in the order of words and in what agrees with what. */
const CLAUSES: Readonly<Record<Place, Readonly<Record<"gave" | Outcome, Clause>>>> = {
  tied: {
    FAILED: (count) => counted(l10n.t("one of them failed|{0} of them failed"), count),
    FINISHED: (count) =>
      counted(l10n.t("one of them finished without a result|{0} of them finished without a result"), count),
    DECLINED: (count) => counted(l10n.t("one of them was declined|{0} of them were declined"), count),
    OPERATOR_REQUIRED: (count) =>
      counted(l10n.t("one of them asked for an operator|{0} of them asked for an operator"), count),
    SUCCESS: (count) => counted(l10n.t("one of them succeeded|{0} of them succeeded"), count),
    gave: (count, label) => counted(l10n.t("one of them gave {1}|{0} of them gave {1}"), count, label),
  },
  earlier: {
    FAILED: (count) => counted(l10n.t("an earlier group failed|{0} earlier groups failed"), count),
    FINISHED: (count) =>
      counted(
        l10n.t("an earlier group finished without a result|{0} earlier groups finished without a result"),
        count,
      ),
    DECLINED: (count) =>
      counted(l10n.t("an earlier group was declined|{0} earlier groups were declined"), count),
    OPERATOR_REQUIRED: (count) =>
      counted(
        l10n.t("an earlier group asked for an operator|{0} earlier groups asked for an operator"),
        count,
      ),
    SUCCESS: (count) => counted(l10n.t("an earlier group succeeded|{0} earlier groups succeeded"), count),
    gave: (count, label) =>
      counted(l10n.t("an earlier group gave {1}|{0} earlier groups gave {1}"), count, label),
  },
  later: {
    FAILED: (count) => counted(l10n.t("a group posted later failed|{0} groups posted later failed"), count),
    FINISHED: (count) =>
      counted(
        l10n.t(
          "a group posted later finished without a result|{0} groups posted later finished without a result",
        ),
        count,
      ),
    DECLINED: (count) =>
      counted(l10n.t("a group posted later was declined|{0} groups posted later were declined"), count),
    OPERATOR_REQUIRED: (count) =>
      counted(
        l10n.t("a group posted later asked for an operator|{0} groups posted later asked for an operator"),
        count,
      ),
    SUCCESS: (count) =>
      counted(l10n.t("a group posted later succeeded|{0} groups posted later succeeded"), count),
    gave: (count, label) =>
      counted(l10n.t("a group posted later gave {1}|{0} groups posted later gave {1}"), count, label),
  },
  other: {
    FAILED: (count) => counted(l10n.t("another group failed|{0} other groups failed"), count),
    FINISHED: (count) =>
      counted(
        l10n.t("another group finished without a result|{0} other groups finished without a result"),
        count,
      ),
    DECLINED: (count) => counted(l10n.t("another group was declined|{0} other groups were declined"), count),
    OPERATOR_REQUIRED: (count) =>
      counted(l10n.t("another group asked for an operator|{0} other groups asked for an operator"), count),
    SUCCESS: (count) => counted(l10n.t("another group succeeded|{0} other groups succeeded"), count),
    gave: (count, label) => counted(l10n.t("another group gave {1}|{0} other groups gave {1}"), count, label),
  },
};

type Outcome = Exclude<Status, "INITIAL" | "PROCESSING" | "UNKNOWN">;

/** @returns what came out of those groups that have another result than the last: "2 earlier groups were declined" */
export function outcomesOf(
  groups: readonly GroupResolution[],
  place: Place,
  last: GroupResolution,
): readonly string[] {
  const counts = new Map<string, { readonly status: Status; count: number }>();
  for (const group of groups) {
    if (group.result === last.result) continue;
    const { label } = presentGroup(group);
    const same = counts.get(label);
    if (same) same.count += 1;
    else counts.set(label, { status: group.result, count: 1 });
  }
  return [...counts].map(([label, { status, count }]) =>
    CLAUSES[place][isOutcome(status) ? status : "gave"](count, plainText(label)),
  );
}

function isOutcome(status: Status): status is Outcome {
  return status !== "INITIAL" && status !== "PROCESSING" && status !== "UNKNOWN";
}
