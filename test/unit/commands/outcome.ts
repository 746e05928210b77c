import { shortId } from "../../../src/oz/model/id";
import { desk, type Seen } from "../../standIn/desk";
import { settle } from "../settle";
import { IDS } from "./fakeServer";
import type { World } from "./world";

/** The outcome of a command. */
export interface Outcome {
  /** In a few words, with a letter of `IDS` for each ID. */
  readonly words: string;
  /** The number of requests sent. */
  readonly requests: number;
}

/** Runs a command of ours as VS Code does. */
export async function outcomeOf(world: World, command: string, argument: unknown): Promise<Outcome> {
  const { asked } = world.server;
  const before = stateOf(world);
  desk.seen.length = 0;
  asked.length = 0;
  await desk.commands.get(`ozInspector.${command}`)?.(argument);
  // A command may let a request run on.
  await settle();
  const after = stateOf(world);
  const all = [
    ...desk.seen.flatMap((one) => inWords(one)),
    ...after.filter((one) => !before.includes(one)),
    ...before.filter((one) => !after.includes(one)).map((one) => `no longer ${one}`),
  ];
  // Of a command that does nothing else, reading is the outcome.
  if (all.every((one) => one.startsWith("?"))) all.push(...asked.slice(-1).map((path) => `reads ${path}`));
  return { words: withLetters(all.join(", ")), requests: asked.length };
}

/** @returns nothing for a status bar message, which only repeats another outcome */
function inWords({ what, text }: Seen): string | readonly string[] {
  switch (what) {
    case "clipboard":
      return `copies ${copiedInWords(text)}`;
    case "close":
      return `closes ${text}`;
    case "command":
      return `runs ${text.replace(/ .*example\.com\/|\?.*/g, " ").trim()}`;
    case "document":
      return `opens ${text.replace(/^.*example\.com\/|\?.*/g, "")}`;
    case "error":
      return `error: ${text}`;
    case "external":
      return `browses ${text}`;
    case "input":
      return `asks: ${text}`;
    case "list": {
      const [title = "", placeholder, label = "", description = ""] = text.split(" | ");
      if (placeholder === "Choose a watched folder")
        return `?${Object.values(IDS).find((id) => shortId(id) === label)}`;
      if (!placeholder?.startsWith("ID, or metadata")) return `asks: ${title.replace("Liveness ", "")}`;
      return /\b(selected|watched)$/.test(description) ? `?${label}` : "?";
    }
    case "message":
      return `asks: ${text}`;
    case "log":
      return "shows the log";
    case "panel":
      return `opens the panel ${text}`;
    case "reveal":
      return `shows ${/[^/]*$/.exec(text)?.[0]}`;
    case "save":
      return `saves ${/[^/]*$/.exec(text)?.[0]}`;
    case "status":
      return [];
  }
}

function copiedInWords(text: string): string {
  const [, how, path] = /(curl|Invoke-WebRequest|GET) .*example\.com([^?\s']*)/.exec(text) ?? [];
  if (how !== undefined) return `${how} ${path}`;
  const [, folder] = /Folder `(.*?)`/.exec(text) ?? [];
  if (folder === undefined) return text;
  return `a summary of ${folder} ${text.includes("Metadata") ? "with" : "without"} data`;
}

function stateOf({ connections, folders: { watches } }: World): readonly string[] {
  return [
    ...watches.ids.map((id) => `watches ${id}`),
    ...watches.ids.filter((id) => watches.notifyOf(id)).map((id) => `tells of ${id}`),
    ...(connections.current?.signedIn === true ? ["signed in"] : []),
  ];
}

/** Replaces IDs, whole or shortened, by their letters. */
function withLetters(words: string): string {
  let text = words;
  for (const [letter, id] of Object.entries(IDS))
    text = text.replaceAll(id, letter).replaceAll(id.slice(0, 8), letter);
  return text;
}
