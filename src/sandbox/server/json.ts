/** A number written with a decimal point even if it is whole, as Python writes a float. */
export class Float {
  /** @param sent the JSON that the server received and its database keeps, for example `1.50` */
  constructor(
    readonly value: number,
    readonly sent = withPoint(value),
  ) {}
}

/** A time, written as the server is configured. */
export class Time extends Float {
  constructor(milliseconds: number) {
    super(milliseconds / 1000);
  }
}

/** JSON that the sandbox can write. Undefined members are omitted. */
export type Json = null | boolean | number | string | Float | readonly Json[] | JsonMembers;
export interface JsonMembers {
  readonly [name: string]: Json | undefined;
}

/**
 * Writes JSON as the framework of Oz API does (oz-api.md 1): a space after every comma and colon, no indentation,
 * members in order, null included, non-ASCII unescaped.
 * @param wholeSeconds whether times lose their fraction; otherwise they always have one
 */
export function writeJson(value: Json, wholeSeconds = false): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (value instanceof Time && wholeSeconds) return String(Math.trunc(value.value));
  if (value instanceof Float) return withPoint(value.value);
  if (isArray(value)) return `[${value.map((element) => writeJson(element, wholeSeconds)).join(", ")}]`;
  const members: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${JSON.stringify(name)}: ${writeJson(member, wholeSeconds)}`);
  }
  return `{${members.join(", ")}}`;
}

function withPoint(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

// Array.isArray does not narrow readonly arrays.
function isArray(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
