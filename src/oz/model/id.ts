/**
 * Reads the id of a folder or an analysis as people paste it: in upper case, without dashes, in braces, quotes or
 * blanks, with `urn:uuid:` before it, or as the end of the path of an address.
 * @returns the UUID in lower case with dashes; undefined when the text is anything else
 */
export function readId(text: string): string | undefined {
  if (text.length > 2000) return undefined;
  // What is to be cut off at an end begins behind something else: else each of its characters would be a new begin.
  const path = text.trim().replace(/[?#].*$/s, "");
  const word = path
    .slice(path.replace(/(?<![/\s])[/\s]+$/, "").lastIndexOf("/") + 1)
    .replace(/^[\s"'`({<[]+/, "")
    .replace(/^urn:uuid:/i, "")
    .replace(/(?<![\s"'`)}>\],;./])[\s"'`)}>\],;./]+$/, "");
  const digits = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(word)
    ? word.replaceAll("-", "").toLowerCase()
    : undefined;
  return digits?.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** @returns the first eight characters of an id, which is how people tell ids apart at a glance */
export function shortId(id: string): string {
  return id.slice(0, 8);
}
