import { MOST_FINDINGS } from "../base/limits";
import { compareTexts } from "./compare";
import { FINDING_CODES, type Finding, type FindingCode } from "./finding";

const order = new Map(Object.keys(FINDING_CODES).map((code, index) => [code, index]));

function compareFindings(a: Finding, b: Finding): number {
  return (
    (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0) ||
    compareTexts(a.message, b.message) ||
    compareTexts(a.analysisIds[0], b.analysisIds[0])
  );
}

/** @param ids of the analyses that it is about; undefined for one that has none */
export function makeFinding(
  code: FindingCode,
  message: string,
  ids: readonly (string | undefined)[],
): Finding {
  const analysisIds = [...new Set(ids)].filter((id) => id !== undefined).sort();
  return { code, severity: FINDING_CODES[code].severity, message, analysisIds };
}

/** Collects what is found in one folder. Made for each folder, so it is next to nothing until something is found. */
export class FindingList {
  private found: Map<string, { code: FindingCode; message: string; ids: (string | undefined)[] }> | undefined;

  /** Whether there are so many that those of further analyses need not be looked for. */
  get isFull(): boolean {
    return this.found !== undefined && this.found.size >= MOST_FINDINGS;
  }

  /** The same said of several analyses becomes one finding, but each analysis that failed has its own. */
  add(code: FindingCode, message: string, ids: readonly (string | undefined)[] = []): void {
    this.found ??= new Map();
    const key = code === "analysisFailed" ? String(this.found.size) : message;
    const same = this.found.get(key);
    if (same) same.ids.push(...ids);
    else this.found.set(key, { code, message, ids: [...ids] });
  }

  /** @returns the findings in the order of `FINDING_CODES`, whatever the order in which they were added */
  list(): readonly Finding[] {
    if (!this.found) return [];
    return [...this.found.values()]
      .map(({ code, message, ids }) => makeFinding(code, message, ids))
      .sort(compareFindings);
  }
}
