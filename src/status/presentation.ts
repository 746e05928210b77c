import { plainText } from "../base/plainText";
import type { Status } from "./words";

/** How urgent a status is for the person who debugs: also the background of a status-bar item. */
export type Severity = "error" | "warning" | "info" | "ok";

/** How one status is shown, wherever it is shown. */
export interface Presentation {
  readonly label: string;
  /** Id of a codicon; its shape differs from every other status without colour. */
  readonly icon: string;
  /** Id of a colour that VS Code registers. */
  readonly color: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly severity: Severity;
}

const PRESENTATIONS: Readonly<Record<Status, Presentation>> = {
  INITIAL: {
    label: "Initial",
    icon: "circle-large",
    color: "testing.iconUnset",
    spoken: "initial, no analyses yet",
    severity: "info",
  },
  PROCESSING: {
    label: "Processing",
    icon: "sync~spin",
    color: "charts.blue",
    spoken: "processing, analyses are running",
    severity: "info",
  },
  FAILED: {
    label: "Failed",
    icon: "warning",
    color: "testing.iconErrored",
    spoken: "failed because of a system error",
    severity: "error",
  },
  FINISHED: {
    label: "Finished",
    icon: "debug-stop",
    color: "charts.foreground",
    spoken: "finished, no result known",
    severity: "info",
  },
  DECLINED: {
    label: "Declined",
    icon: "thumbsdown",
    color: "testing.iconFailed",
    spoken: "declined, a check did not succeed",
    severity: "error",
  },
  OPERATOR_REQUIRED: {
    label: "Operator required",
    icon: "person",
    color: "testing.iconQueued",
    spoken: "operator required, a person has to decide",
    severity: "warning",
  },
  SUCCESS: {
    label: "Success",
    icon: "check",
    color: "charts.green",
    spoken: "success, all checks succeeded",
    severity: "ok",
  },
  UNKNOWN: {
    label: "Unknown",
    icon: "question",
    color: "charts.purple",
    spoken: "unknown status",
    severity: "info",
  },
};

/** Longer words of a server are cut, since they stand in one line of a narrow view. */
export const LONGEST_WORD = 40;

/**
 * @param status what the resolver made of it
 * @param raw the server's own word, shown beside UNKNOWN so that nothing vanishes; of any length and content
 */
export function present(status: Status, raw?: string): Presentation {
  const presentation = PRESENTATIONS[status];
  if (status !== "UNKNOWN" || raw === undefined) return presentation;
  const word = plainText(raw, LONGEST_WORD);
  return { ...presentation, label: `Unknown (${word})`, spoken: `unknown status ${word}` };
}
