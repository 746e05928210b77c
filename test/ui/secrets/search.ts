import type { Secret } from "./planted";

/** A text, and where it was. */
export interface Place {
  readonly where: string;
  readonly text: string;
  /** What was done just before. */
  readonly step?: string;
}

/** The shortest part of a secret that is worth looking for: what is shorter stands somewhere by chance. */
const SHORTEST_PART = 11;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "#39",
};

const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&${ENTITIES[sign]!};`);
const json = (text: string): string => JSON.stringify(text).slice(1, -1);

/** @returns every way in which a secret may be written, each with its name; no upper case */
function writings({ text }: Secret): readonly (readonly [string, string])[] {
  const ways: (readonly [string, string])[] = [
    ["as it is", text],
    ["in a URL", encodeURIComponent(text)],
    ["in a form", new URLSearchParams({ "": text }).toString().slice(1)],
    ["in JSON", json(text)],
    ["in JSON in JSON", json(json(text))],
    ["in ASCII", json(text).replace(/[^ -~]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)],
    ["in HTML", html(text)],
    ["without dashes", text.replaceAll("-", "")],
    ["as an id", text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")],
    ...[0, 1, 2].map((shift) => [`in base64, ${shift} before it`, base64(text, shift)] as const),
    ...parts(text).map((part) => ["in part", part] as const),
  ];
  return ways.map(([way, written]) => [way, written.toLowerCase()]);
}

/** Begin and end of each run of letters and digits: these stand also where the rest was cut off or changed. */
function parts(text: string): readonly string[] {
  return (text.match(/[a-z0-9]+/gi) ?? [])
    .filter((run) => run.length >= SHORTEST_PART)
    .flatMap((run) => [run.slice(0, 16), run.slice(-16)]);
}

/** The characters that do not depend on what stands before and behind. */
function base64(text: string, before: number): string {
  const written = Buffer.from(`${" ".repeat(before)}${text}`).toString("base64");
  return written.replace(/=+$/, "").slice(before === 0 ? 0 : before + 1, -1);
}

/**
 * @returns a line for each secret and each place where it stands: which one, how it is written, where, after what it
 * was seen first, and between what
 */
export function findSecrets(secrets: readonly Secret[], places: readonly Place[]): string[] {
  const wanted = secrets.map((secret) => ({ secret, ways: writings(secret) }));
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
