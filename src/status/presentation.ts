import { MAX_STATUS_LENGTH } from "../base/limits";
import { plainText } from "../base/plainText";
import type { Status } from "./status";

/** How urgent a status is for a developer. */
export type Severity = "error" | "warning" | "info" | "ok";

/** How a status looks everywhere in the product. */
export interface Presentation {
  readonly label: string;
  /** ID of a codicon whose shape no other status has: colour alone never tells statuses apart. */
  readonly icon: string;
  /** ID of a colour that VS Code registers. */
  readonly color: string;
  readonly severity: Severity;
}

const PRESENTATIONS: Readonly<Record<Status, Presentation>> = {
  INITIAL: {
    label: "Initial",
    icon: "circle-large",
    color: "testing.iconUnset",
    severity: "info",
  },
  PROCESSING: {
    label: "Processing",
    icon: "sync~spin",
    color: "charts.blue",
    severity: "info",
  },
  FAILED: {
    label: "Failed",
    icon: "warning",
    color: "testing.iconErrored",
    severity: "error",
  },
  FINISHED: {
    label: "Finished",
    // Not "debug-stop": VS Code makes it red wherever we cannot give it a colour.
    icon: "chrome-maximize",
    color: "charts.foreground",
    severity: "info",
  },
  DECLINED: {
    label: "Declined",
    icon: "thumbsdown",
    color: "testing.iconFailed",
    severity: "error",
  },
  OPERATOR_REQUIRED: {
    label: "Operator required",
    icon: "person",
    color: "testing.iconQueued",
    severity: "warning",
  },
  SUCCESS: {
    label: "Success",
    icon: "check",
    color: "charts.green",
    severity: "ok",
  },
  UNKNOWN: {
    label: "Unknown",
    icon: "question",
    color: "charts.purple",
    severity: "info",
  },
};

/**
 * @param raw the status as the server wrote it, of any length and content. Shown if the status is UNKNOWN, so that
 * nothing the server says is hidden
 */
export function present(status: Status, raw?: string): Presentation {
  const presentation = PRESENTATIONS[status];
  if (status !== "UNKNOWN" || raw === undefined) return presentation;
  const text = plainText(raw, MAX_STATUS_LENGTH);
  return { ...presentation, label: `Unknown (${text})` };
}
