import * as l10n from "@vscode/l10n";
import { counted, inPercent } from "../../base/language";
import { MAX_OVERVIEW_CODES } from "../../base/limits";
import type { Overview, Part } from "../../folders/overview/overview";
import { FINDING_CODES } from "../../status/finding";
import { present } from "../../status/presentation";
import { errorCodeInWords } from "../text/filterInWords";
import { barStyle } from "./barStyle";
import type { Row, Section } from "./page/model";
import type { PartKeys } from "./partKeys";

/** The head of a column that counts folders. */
export function foldersColumn(): string {
  return l10n.t({ message: "Folders", comment: "The head of a column that counts folders" });
}

/** How many folders have each result. */
export function resultsSection({ count, results }: Overview, keys: PartKeys): Section {
  return {
    id: "results",
    title: l10n.t("Results"),
    sentences: [],
    shortcuts: [],
    chart: undefined,
    columns: [l10n.t("Result"), foldersColumn(), l10n.t("Share")],
    rows: results.map((part) => {
      const { label } = present(part.result);
      const share = part.count / count;
      return {
        cells: [label, part.count, inPercent(share)],
        part: keys.add(part),
        share,
        style: barStyle(part.result),
      };
    }),
  };
}

/** How many folders have failures with each error code. */
export function errorsSection({ count, errors }: Overview, keys: PartKeys): Section {
  const more = errors.length - MAX_OVERVIEW_CODES;
  return {
    ...codeSection(
      count,
      errors.slice(0, MAX_OVERVIEW_CODES).map((part) => ({ ...part, label: errorCodeInWords(part.code) })),
      keys,
    ),
    id: "errors",
    title: l10n.t("Failures by error code"),
    sentences: [
      ...(errors.length === 0 ? [l10n.t("No analysis is known to have failed.")] : []),
      ...(more > 0
        ? [counted(l10n.t("{0} rarer error code is not listed.|{0} rarer error codes are not listed."), more)]
        : []),
    ],
    columns: [l10n.t("Error code"), foldersColumn()],
  };
}

/** How many folders have each finding. */
export function findingsSection(
  { count, findings }: Overview,
  hidden: readonly string[],
  keys: PartKeys,
): Section {
  const shown = findings.filter(({ code }) => !hidden.includes(code));
  return {
    ...codeSection(
      count,
      shown.map((part) => ({
        ...part,
        label: part.code,
        description: FINDING_CODES[part.code].description(),
      })),
      keys,
    ),
    id: "findings",
    title: l10n.t("Findings"),
    sentences: [
      ...(shown.length === 0 ? [l10n.t("No findings.")] : []),
      l10n.t("Processing that takes too long is not counted, as that changes with time."),
    ],
    columns: [l10n.t("Finding"), foldersColumn()],
  };
}

function codeSection(
  count: number,
  parts: readonly (Part & Pick<Row, "description"> & { readonly label: string })[],
  keys: PartKeys,
): Pick<Section, "shortcuts" | "chart" | "rows"> {
  const rows = parts.map((part) => ({
    cells: [part.label, part.count],
    part: keys.add(part),
    share: part.count / count,
    description: part.description,
  }));
  return { shortcuts: [], chart: undefined, rows };
}
