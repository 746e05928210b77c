/** A number written with a decimal point even if it is whole, as Python writes a float. */
export class Float {
  constructor(readonly value: number) {}
}

/** JSON that the sandbox can write. Undefined members are omitted. */
export type Json = null | boolean | number | string | Float | readonly Json[] | JsonMembers;
export interface JsonMembers {
  readonly [name: string]: Json | undefined;
}

/**
 * Writes JSON as the framework of Oz API does (oz-api.md 1): a space after every comma and colon, no indentation,
 * members in order, null included, non-ASCII unescaped.
 */
export function writeJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (value instanceof Float) return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
  if (isArray(value)) return `[${value.map(writeJson).join(", ")}]`;
  const members: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) members.push(`${JSON.stringify(name)}: ${writeJson(member)}`);
  }
  return `{${members.join(", ")}}`;
}

/** @returns a time as the server writes it: UNIX seconds with a decimal point */
export function timestamp(milliseconds: number): Float {
  return new Float(milliseconds / 1000);
}

// Array.isArray does not narrow readonly arrays.
function isArray(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
