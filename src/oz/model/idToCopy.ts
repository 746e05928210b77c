import { oneLine } from "../../base/plainText";

/** No server has longer ones. */
const LONGEST = 500;

/** An id as it may be pasted anywhere. */
export interface IdToCopy {
  readonly text: string;
  /** Whether it is only the beginning of a longer one. */
  readonly isCut: boolean;
}

/**
 * @param id as a server wrote it, which need not be a UUID
 * @returns a UUID as it is, any other text as one line without invisible characters, of at most 500 characters; all
 * that can be seen in it stays, also what VS Code would draw as an icon
 */
export function idToCopy(id: string): IdToCopy {
  const isLong = id.length > LONGEST * 4;
  const characters = Array.from(oneLine(id.slice(0, LONGEST * 4)));
  return {
    text: characters.slice(0, LONGEST).join(""),
    isCut: isLong || characters.length > LONGEST,
  };
}
