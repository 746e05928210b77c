/** A character set in which servers write and read text, sometimes the wrong one. */
interface Charset {
  /** @returns undefined if it lacks a character of the text */
  encode(text: string): Buffer | undefined;
  decode(bytes: Buffer): string;
}

const UTF_8: Charset = {
  encode: (text) => Buffer.from(text),
  decode: (bytes) => bytes.toString(),
};

/** From 0x80 on, what Windows has in Latin-1. Some versions of `TextDecoder` lack it. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

const latin1 = (byte: number): string => String.fromCharCode(byte);

let charsets: readonly Charset[] | undefined;

/**
 * @returns the forms that a text may have after it was read in another character set than it was written in; those of which
 * nothing can be recognized are left out
 */
export function misread(text: string): readonly string[] {
  const utf16 = Buffer.from(text, "utf16le");
  const forms = new Set([utf16.toString("latin1"), Buffer.from(utf16).swap16().toString("latin1")]);
  // The others write ASCII alike.
  if (/[^\0-\x7f]/.test(text)) {
    charsets ??= [
      UTF_8,
      ofOneByte(latin1),
      ofOneByte((byte) => WINDOWS_1252[byte - 0x80] ?? latin1(byte)),
      ...windows1251(),
    ];
    for (const written of charsets) {
      const bytes = written.encode(text);
      for (const read of charsets) if (bytes && read !== written) forms.add(read.decode(bytes));
    }
  }
  return [...forms].filter((form) => /[^\ufffd]/.test(form));
}

/** @returns none if this Node.js does not know it */
function windows1251(): readonly Charset[] {
  try {
    const decoder = new TextDecoder("windows-1251");
    return [ofOneByte((byte) => decoder.decode(Uint8Array.of(byte)))];
  } catch {
    return [];
  }
}

/** @param characterOf the character that a byte stands for */
function ofOneByte(characterOf: (byte: number) => string): Charset {
  const characters = Array.from({ length: 256 }, (_, byte) => characterOf(byte));
  const bytes = new Map(characters.map((character, byte) => [character, byte]));
  return {
    encode(text) {
      const found = Array.from(text, (character) => bytes.get(character));
      return found.includes(undefined) ? undefined : Buffer.from(found.map(Number));
    },
    decode: (read) => Array.from(read, (byte) => characters[byte] ?? "").join(""),
  };
}
