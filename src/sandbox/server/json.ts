/** A number that is written with a fraction even when whole, as Python writes a float. */
export class Float {
  constructor(readonly value: number) {}
}

/** What the sandbox can write. A member that is undefined is left out. */
export type Json = null | boolean | number | string | Float | readonly Json[] | JsonMembers;
export interface JsonMembers {
  readonly [name: string]: Json | undefined;
}

/**
 * Writes JSON the way the framework of Oz API does (oz-api.md 1): a blank after every comma and colon, no indent,
 * members in their order, null kept, non-ASCII as it is.
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

/** @returns a point in time as the server writes it: UNIX seconds with a fraction */
export function timestamp(milliseconds: number): Float {
  return new Float(milliseconds / 1000);
}

// Array.isArray does not narrow readonly arrays.
function isArray(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
