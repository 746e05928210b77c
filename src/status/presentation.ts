import * as l10n from "@vscode/l10n";
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
    get label() {
      return l10n.t("Initial");
    },
    icon: "circle-large",
    color: "testing.iconUnset",
    severity: "info",
  },
  PROCESSING: {
    get label() {
      return l10n.t("Processing");
    },
    icon: "sync~spin",
    color: "charts.blue",
    severity: "info",
  },
  FAILED: {
    get label() {
      return l10n.t("Failed");
    },
    icon: "warning",
    color: "testing.iconErrored",
    severity: "error",
  },
  FINISHED: {
    get label() {
      return l10n.t("Finished");
    },
    // Not "debug-stop": VS Code makes it red wherever we cannot give it a colour.
    icon: "chrome-maximize",
    color: "charts.foreground",
    severity: "info",
  },
  DECLINED: {
    get label() {
      return l10n.t("Declined");
    },
    icon: "thumbsdown",
    color: "testing.iconFailed",
    severity: "error",
  },
  OPERATOR_REQUIRED: {
    get label() {
      return l10n.t("Operator required");
    },
    icon: "person",
    color: "testing.iconQueued",
    severity: "warning",
  },
  SUCCESS: {
    get label() {
      return l10n.t("Success");
    },
    icon: "check",
    color: "charts.green",
    severity: "ok",
  },
  UNKNOWN: {
    get label() {
      return l10n.t("Unknown");
    },
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
  return { ...presentation, label: l10n.t("Unknown ({0})", text) };
}
