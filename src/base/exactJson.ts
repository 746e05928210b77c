import { ExactNumber } from "./exactNumber";

/**
 * Writes JSON as `JSON.stringify` does, with exact numbers as the server sent them.
 * @param json a value from a reply, at most `MAX_DEPTH` deep
 * @param indent of each level; "" writes one line without blanks
 */
export function exactJson(json: unknown, indent: string): string {
  return write(json, indent, indent === "" ? "" : "\n");
}

/** @param lineBreak with the indent of the value; empty if the JSON is one line */
function write(value: unknown, indent: string, lineBreak: string): string {
  if (value instanceof ExactNumber) return value.text;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${lineBreak}${indent}`;
  const colon = indent === "" ? ":" : ": ";
  const [begin, end, parts] = Array.isArray(value)
    ? ["[", "]", value.map((item) => write(item, indent, inner))]
    : [
        "{",
        "}",
        Object.entries(value).map(
          ([name, one]) => `${JSON.stringify(name)}${colon}${write(one, indent, inner)}`,
        ),
      ];
  return parts.length === 0
    ? `${begin}${end}`
    : `${begin}${inner}${parts.join(`,${inner}`)}${lineBreak}${end}`;
}
