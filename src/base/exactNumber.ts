/** A JSON number: its sign, digits, fraction and exponent. */
const NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/** Characters up to which the digits of numbers are compared; no server means anything by more. */
const MAX_LENGTH = 400;

/**
 * A number of a reply that a JavaScript number would change, such as 9007199254740993. All others are ordinary numbers.
 * `isDeepStrictEqual` compares it by its text.
 */
export class ExactNumber {
  /** @param text as the server sent it */
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }

  /** A text, because `JSON.stringify` cannot write the number; `exactJson` can. */
  toJSON(): string {
    return this.text;
  }
}

/** @returns whether the text is a number by the grammar of JSON */
export function isNumberText(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * @param text a JSON number
 * @returns whether a JavaScript number has exactly this value, and shows an integer with all its digits
 */
export function isHeldExactly(text: string): boolean {
  const written = String(Number(text));
  if (written === text) return true;
  // An integer can be written in one way only, but for its zero.
  return /[.e]/i.test(text) ? isSameNumber(text, written) : text === "-0";
}

/** @returns whether both texts are JSON numbers of the same value, such as `1.10` and `11e-1` */
export function isSameNumber(a: string, b: string): boolean {
  const value = normalForm(a);
  return value !== undefined && value === normalForm(b);
}

/** @returns the same text for all ways to write a number; undefined for anything else and for a very long number */
function normalForm(text: string): string | undefined {
  const match = text.length > MAX_LENGTH ? null : NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, integer = "", fraction = "", exponent = "0"] = match;
  const digits = `${integer}${fraction}`;
  let end = digits.length;
  while (end > 0 && digits[end - 1] === "0") end -= 1;
  if (end === 0) return "0";
  const power = BigInt(exponent) + BigInt(integer.length - end);
  // Dropping zeros at the front moves no digit.
  return `${sign}${digits.slice(0, end).replace(/^0+/, "")}e${power}`;
}
