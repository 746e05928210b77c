/** Longer addresses are none that a browser opens. */
const LONGEST = 8000;

/** An authority without user name and password, and nothing that a reader would not see. */
const LINK = /^https?:\/\/[^\s\p{C}\\/?#@]+(?:[/?#][^\s\p{C}\\]*)?$/iu;

/**
 * Reads an address that somebody else wrote, before a browser is sent there.
 * @returns it when it is http or https, has no user name or password, and no blanks or invisible characters; undefined
 * otherwise
 */
export function readLink(text: string): URL | undefined {
  if (text.length > LONGEST || !LINK.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  // No name is longer; the end of one is what tells who it belongs to, so it must fit on screen.
  return url.hostname.length <= 253 ? url : undefined;
}
