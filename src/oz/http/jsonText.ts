import { ExactNumber, isHeldExactly, isNumberText } from "../../base/exactNumber";
import { MAX_DEPTH } from "../../base/limits";
import { endOfString, endOfWord, jsonExtent } from "./jsonExtent";

/** A value in a text that JSON does not allow. */
export interface InvalidValue {
  /** From the root to the value: names and indexes. */
  readonly path: readonly (string | number)[];
  /** Whether it is no number, such as NaN, or has a raw control character in itself or in its name. */
  readonly fault: "notANumber" | "control" | "controlInName";
  /** What is not allowed: "NaN", "U+0001". */
  readonly what: string;
}

/** A parsed text, and what was left out of it. */
export interface ParsedText {
  readonly json: unknown;
  readonly invalid: readonly InvalidValue[];
}

/** An object or a list that is not closed yet. */
interface Level {
  readonly holder: unknown[] | Record<string, unknown>;
  /** The name of the next member, as far as it can be read. */
  name: string;
  /** Whether that name is not allowed in JSON. */
  isNameInvalid: boolean;
}

/** What Python and others write for numbers that JSON does not have. */
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i;

/** All control characters that JSON allows only as escapes. */
const CONTROL = /[^ -\uffff]/;

const LITERALS = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Stands in for a value that is left out. */
const INVALID = Symbol("invalid");

/**
 * Parses JSON, with an `ExactNumber` for each number that JavaScript would change. A value that is no number, such as NaN,
 * a text or a name with a raw control character: each costs its member only, or is null in a list.
 * @param hasExactNumbers as `jsonExtent` tells
 * @throws SyntaxError for anything else that is not JSON
 */
export function parseText(text: string, { hasExactNumbers } = jsonExtent(text)): ParsedText {
  if (!hasExactNumbers) {
    try {
      return { json: JSON.parse(text), invalid: [] };
    } catch {
      // Tells which values are not allowed, or fails, too.
    }
  }
  return new Parser(text).parse();
}

/** Without recursion, because a reply may be nested more deeply than the stack. */
class Parser {
  private readonly invalid: InvalidValue[] = [];
  private readonly open: Level[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  parse(): ParsedText {
    let value: unknown;
    do {
      value = this.read();
      // A level is open while it expects another value.
      for (let level = this.open.at(-1); level && value !== undefined; level = this.open.at(-1))
        value = this.place(value, level);
    } while (value === undefined);
    this.skipBlanks();
    if (value === INVALID || this.at < this.text.length) throw new SyntaxError("Not JSON.");
    return { json: value, invalid: this.invalid };
  }

  /** @returns the value that begins here; undefined if it is an object or a list with values of its own */
  private read(): unknown {
    this.skipBlanks();
    const first = this.text[this.at];
    if (first === '"') return this.readString();
    if (first !== "{" && first !== "[") return this.readWord();
    const holder = first === "{" ? {} : [];
    this.at += 1;
    if (this.accept(first === "{" ? "}" : "]")) return holder;
    const level = { holder, name: "", isNameInvalid: false };
    this.open.push(level);
    if (first === "{") this.readName(level);
    return undefined;
  }

  /** Puts a value where it belongs. @returns the object or list if it ends here, else undefined */
  private place(value: unknown, level: Level): unknown {
    const { holder, name, isNameInvalid } = level;
    if (Array.isArray(holder)) holder.push(value === INVALID ? null : value);
    else if (value !== INVALID && !isNameInvalid) setMember(holder, name, value);
    if (this.accept(",")) {
      if (!Array.isArray(holder)) this.readName(level);
      return undefined;
    }
    this.expect(Array.isArray(holder) ? "]" : "}");
    this.open.pop();
    return holder;
  }

  private readName(level: Level): void {
    this.skipBlanks();
    const raw = this.rawString();
    const control = CONTROL.exec(raw)?.[0];
    level.name = control === undefined ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    level.isNameInvalid = control !== undefined;
    if (control !== undefined) this.report("controlInName", codeOf(control));
    this.expect(":");
  }

  private readString(): unknown {
    const raw = this.rawString();
    const control = CONTROL.exec(raw)?.[0];
    // Parsing copies the text: a slice would keep the whole reply in memory.
    if (control === undefined) return JSON.parse(raw);
    this.report("control", codeOf(control));
    return INVALID;
  }

  private readWord(): unknown {
    const end = endOfWord(this.text, this.at);
    const word = this.text.slice(this.at, end);
    this.at = end;
    if (isNumberText(word)) {
      return isHeldExactly(word) ? Number(word) : new ExactNumber(JSON.parse(`"${word}"`) as string);
    }
    if (LITERALS.has(word)) return LITERALS.get(word);
    if (!NOT_FINITE.test(word)) throw new SyntaxError("Not JSON.");
    this.report("notANumber", word);
    return INVALID;
  }

  /** @returns the string that begins here, with its quotes */
  private rawString(): string {
    const { text, at } = this;
    const end = endOfString(text, at);
    if (text[at] !== '"' || end === at || text[end] !== '"') throw new SyntaxError("Not JSON.");
    this.at = end + 1;
    return text.slice(at, end + 1);
  }

  /** Nothing below `MAX_DEPTH` is shown. */
  private report(fault: InvalidValue["fault"], what: string): void {
    if (this.open.length > MAX_DEPTH) return;
    const path = this.open.map(({ holder, name }) => (Array.isArray(holder) ? holder.length : name));
    this.invalid.push({ path, fault, what });
  }

  /** Passes over a character, if it is the next one. */
  private accept(character: string): boolean {
    this.skipBlanks();
    const isNext = this.text[this.at] === character;
    if (isNext) this.at += 1;
    return isNext;
  }

  private expect(character: string): void {
    if (!this.accept(character)) throw new SyntaxError("Not JSON.");
  }

  private skipBlanks(): void {
    while (isBlank(this.text[this.at])) this.at += 1;
  }
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}

/** As `JSON.parse` does: `__proto__` is a name like any other. */
function setMember(holder: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") holder[name] = value;
  else Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
}

function codeOf(control: string): string {
  return `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
