import { plainText } from "../base/plainText";
import type { Status } from "./status";

/** How urgent a status is for a developer. Also chooses the background of a status bar item. */
export type Severity = "error" | "warning" | "info" | "ok";

/** How a status looks and sounds everywhere in the product. */
export interface Presentation {
  readonly label: string;
  /** ID of a codicon whose shape no other status has: colour alone never tells statuses apart. */
  readonly icon: string;
  /** ID of a colour that VS Code registers. */
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

/** Characters of an unknown status that are shown: views are narrow. */
export const MAX_STATUS_LENGTH = 40;

/**
 * @param raw the status as the server wrote it, of any length and content. Shown if the status is UNKNOWN, so that
 * nothing the server says is hidden
 */
export function present(status: Status, raw?: string): Presentation {
  const presentation = PRESENTATIONS[status];
  if (status !== "UNKNOWN" || raw === undefined) return presentation;
  const text = plainText(raw, MAX_STATUS_LENGTH);
  return { ...presentation, label: `Unknown (${text})`, spoken: `unknown status ${text}` };
}
