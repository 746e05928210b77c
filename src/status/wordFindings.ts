import { plainText } from "../base/plainText";
import type { FindingList } from "./findingList";
import { LONGEST_WORD } from "./presentation";
import { rawStatus, type Status } from "./words";

/**
 * Looks whether the status document has this word in this field.
 * @param cells the field's column of the matrix
 * @param name what the field is called in a sentence
 * @param raw the word as the server wrote it
 * @param id of the analysis, where the field is one of an analysis
 * @returns whether it has not, which is then among the findings
 */
export function addWordFinding(
  findings: FindingList,
  cells: ReadonlyMap<Status, string>,
  name: string,
  word: Status | undefined,
  raw: unknown,
  id?: string,
): boolean {
  if (word === undefined || cells.has(word)) return false;
  if (word === "UNKNOWN") {
    const quoted = plainText(String(rawStatus(raw)), LONGEST_WORD);
    findings.add("unknownWord", `The ${name} is "${quoted}", which is not in the status document.`, [id]);
  } else {
    findings.add("valueOutOfPlace", `The ${name} is ${word}, which the status document leaves empty there.`, [
      id,
    ]);
  }
  return true;
}
