const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @returns the text with everything that is shaped like a token made unreadable; ids of objects stay */
export function scrub(text: string): string {
  return text.replace(/\beyJ[\w-]+(?:\.[\w-]*)*|[\w+-]{24,}=*/g, (word) => (UUID.test(word) ? word : "…"));
}
