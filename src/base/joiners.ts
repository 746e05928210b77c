/** The zero-width joiner and non-joiner: without them, some words are misspelt and families of emoji fall apart. */
const [ZWNJ, ZWJ] = ["\u200c", "\u200d"];

/** A letter of a script whose letters change their shape beside each other. Elsewhere joiners do nothing but hide. */
const LETTER =
  /^(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]$/u;

/** The viramas of Indic scripts: with a joiner, they end a word in half a letter. */
const AFTER_VIRAMA = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]$/;

const AFTER_EMOJI = /\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?$/u;
const BEFORE_EMOJI = /^\p{Extended_Pictographic}/u;

/** More than the longest that the expressions above match, in UTF-16 units. */
const NEAR = 8;

/**
 * @param run invisible characters in a text, as many as stand together
 * @param at where they begin
 * @returns what stays of them: one joiner between letters or emoji that join, or at the end of a word; undefined if none
 * does
 */
export function joinerIn(text: string, run: string, at: number): string | undefined {
  const [joiner, ...more] = run;
  if ((joiner !== ZWNJ && joiner !== ZWJ) || more[0] === ZWNJ || more[0] === ZWJ) return undefined;
  const before = text.slice(Math.max(0, at - NEAR), at);
  if (joiner === ZWJ && AFTER_VIRAMA.test(before)) return more.length === 0 ? joiner : `${joiner} `;
  if (more.length > 0) return undefined;
  const after = text.slice(at + 1, at + NEAR);
  const neighbours = [Array.from(before).at(-1), Array.from(after)[0]];
  const areLetters = neighbours.every((one) => one !== undefined && LETTER.test(one));
  return areLetters || (joiner === ZWJ && AFTER_EMOJI.test(before) && BEFORE_EMOJI.test(after))
    ? joiner
    : undefined;
}
