import type { LogLine } from "../../base/log/log";
import type { SavedConnection } from "../../connections/savedConnection";
import { reportedLine } from "./reportedLine";

/** What a report tells. */
export interface ReportFacts {
  /** What runs, and its version or kind. */
  readonly versions: Readonly<Record<string, string>>;
  /** As `reportedSettings` gives them. */
  readonly settings: Readonly<Record<string, string>>;
  readonly connections: readonly SavedConnection[];
  readonly signedIn: readonly SavedConnection[];
  /** The number of watched folders. */
  readonly watched: number;
  /** Oldest first. */
  readonly log: readonly LogLine[];
}

/** @returns a Markdown text for a public issue, for the user to complete: no address, name, ID, email or secret is in it */
export function reportText({ versions, settings, connections, signedIn, watched, log }: ReportFacts): string {
  const count = (kind: SavedConnection["kind"], of: readonly SavedConnection[]): number =>
    of.filter((saved) => saved.kind === kind).length;
  const servers = `${count("server", connections)}, signed in to ${count("server", signedIn)}`;
  const lines = log.map(({ at, level, text }) => `${at} [${level}] ${reportedLine(text)}`);
  return [
    "**What did you do, what did you see, and what did you expect?**",
    "",
    "…",
    "",
    "<!--",
    "Read the rest and remove what you don't want to publish.",
    "IDs are replaced by <id>. Addresses, names and the texts of errors are left out.",
    "If they matter, describe them above. Never add tokens or personal data.",
    "To copy the report and open the page for issues, run Report Issue again.",
    "-->",
    "",
    "**Versions**",
    "",
    ...listOf(versions),
    "",
    "**Connections**",
    "",
    ...listOf({
      Servers: servers,
      Sandboxes: String(count("sandbox", connections)),
      "Watched folders": String(watched),
    }),
    "",
    "**Settings**",
    "",
    ...listOf(settings),
    "",
    "**Log**",
    "",
    "```text",
    ...lines,
    "```",
    "",
  ].join("\n");
}

function listOf(facts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`);
}
