import type { Secret } from "./planted";

/** A text and where it was. */
export interface Place {
  readonly where: string;
  readonly text: string;
  /** The action just before. */
  readonly step?: string;
}

/** Length of the shortest part of a secret to search for: shorter texts occur by chance. */
const SHORTEST_PART = 11;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "#39",
};

const html = (text: string): string => text.replace(/[&<>"']/g, (char) => `&${ENTITIES[char]!};`);
const json = (text: string): string => JSON.stringify(text).slice(1, -1);

/** @returns every encoding of a secret with its name, in lower case */
function encodings({ text }: Secret): readonly (readonly [string, string])[] {
  const ways: (readonly [string, string])[] = [
    ["as is", text],
    ["in a URL", encodeURIComponent(text)],
    ["in a form", new URLSearchParams({ "": text }).toString().slice(1)],
    ["in JSON", json(text)],
    ["in JSON in JSON", json(json(text))],
    ["in ASCII", json(text).replace(/[^ -~]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)],
    ["in HTML", html(text)],
    ["without dashes", text.replaceAll("-", "")],
    ["as an ID", text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")],
    ...[0, 1, 2].map((shift) => [`in base64, ${shift} before it`, base64(text, shift)] as const),
    ...parts(text).map((part) => ["in part", part] as const),
  ];
  return ways.map(([way, written]) => [way, written.toLowerCase()]);
}

/** Start and end of each run of letters and digits, which remain if the rest is cut off or escaped. */
function parts(text: string): readonly string[] {
  return (text.match(/[a-z0-9]+/gi) ?? [])
    .filter((run) => run.length >= SHORTEST_PART)
    .flatMap((run) => [run.slice(0, 16), run.slice(-16)]);
}

/** The base64 characters that do not depend on the surrounding text. */
function base64(text: string, before: number): string {
  const written = Buffer.from(`${" ".repeat(before)}${text}`).toString("base64");
  return written.replace(/=+$/, "").slice(before === 0 ? 0 : before + 1, -1);
}

/**
 * @returns a line for each secret in each place: its name, encoding and place, the action before it was first seen, and
 * the surrounding text
 */
export function findSecrets(secrets: readonly Secret[], places: readonly Place[]): string[] {
  const wanted = secrets.map((secret) => ({ secret, ways: encodings(secret) }));
  const found = new Map<string, string>();
  for (const { where, text, step } of places) {
    const lower = text.toLowerCase();
    for (const { secret, ways } of wanted) {
      const key = `${secret.name} ${where}`;
      const way = found.has(key) ? undefined : ways.find(([, written]) => lower.includes(written));
      if (!way) continue;
      const when = step === undefined ? "" : `, after ${step}`;
      found.set(key, `${secret.name}, ${way[0]}, in ${where}${when}: ${around(text, lower.indexOf(way[1]))}`);
    }
  }
  return [...found.values()];
}

function around(text: string, position: number): string {
  return JSON.stringify(text.slice(Math.max(0, position - 100), position + 60));
}
