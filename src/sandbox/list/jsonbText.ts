import { Float, type Json, type JsonMembers } from "../server/json";

/**
 * Writes a value as PostgreSQL's `->>` does for JSONB (oz-api.md 4.6): numbers without an exponent but with the zeros that
 * were sent, members by the length of their name and then by name.
 * @returns undefined for null
 */
export function jsonbText(value: Json): string | undefined {
  if (value === null) return undefined;
  return typeof value === "string" ? value : write(value);
}

function write(value: Json): string {
  if (typeof value === "number") return withoutExponent(String(value));
  if (value instanceof Float) return withoutExponent(value.sent);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const texts = Array.isArray(value) ? value.map(write) : writeMembers(value as JsonMembers);
  return Array.isArray(value) ? `[${texts.join(", ")}]` : `{${texts.join(", ")}}`;
}

function writeMembers(members: JsonMembers): string[] {
  return Object.entries(members)
    .flatMap(([name, member]) => (member === undefined ? [] : [{ bytes: Buffer.from(name), name, member }]))
    .sort((one, other) => one.bytes.length - other.bytes.length || Buffer.compare(one.bytes, other.bytes))
    .map(({ name, member }) => `${JSON.stringify(name)}: ${write(member)}`);
}

/** @param text a JSON number, for example `1.50e-7` */
function withoutExponent(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const scale = Math.max(0, digits.length - point);
  const padded = digits.padEnd(point, "0").padStart(scale + 1, "0");
  const head = padded.slice(0, padded.length - scale).replace(/^0+(?=\d)/, "");
  return sign + head + (scale > 0 ? `.${padded.slice(padded.length - scale)}` : "");
}
