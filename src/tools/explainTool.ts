import * as l10n from "@vscode/l10n";
import { MAX_SENTENCE, MAX_TOLD_FINDINGS } from "../base/limits";
import { quoteServerText } from "../oz/http/quoteServerText";
import type { OzFolder } from "../oz/model/folder";
import { shortId } from "../oz/model/id";
import { rulesFor } from "../views/explain/rules";
import { analysisFacts } from "./analysisFacts";
import { folderFacts, type FactsContext } from "./folderFacts";
import type { Facts, Tool } from "./tool";
import { connectionOf, factsContext, readAnew } from "./toolContext";
import { idIn } from "./toolInput";

/** Explains why a folder has its result: its analyses with their scores, what the server says, and the rules. */
export const explainTool: Tool = (services, input) => {
  const id = idIn(input);
  const connection = connectionOf(services);
  return {
    title: l10n.t("Explain {0} in {1}?", shortId(id), connection),
    sends: l10n.t("Oz Inspector asks {0} for {1}.", connection, id),
    progress: l10n.t("Reading {0} in {1}", shortId(id), connection),
    run: async (cancel) => {
      const folder = await readAnew(services, id, cancel);
      const context = factsContext(services);
      return { connection, ...folderFacts(folder, context), ...explanationFacts(folder, context) };
    },
  };
};

/** @returns what `folderFacts` leaves out: everything that explains the result */
export function explanationFacts(
  { resolution }: OzFolder,
  { findings, scrubber, tellsMetadata }: FactsContext,
): Facts {
  const { words, computed } = resolution;
  const quote = (text: string): string => quoteServerText(text, MAX_SENTENCE, scrubber);
  const all = findings(resolution);
  const leftOut = all.length - MAX_TOLD_FINDINGS;
  return {
    findings: all.slice(0, MAX_TOLD_FINDINGS).map(({ code, severity, message }) => ({
      code,
      severity,
      // The path of a value that is not JSON may lead into the metadata.
      ...(code === "invalidValue" && !tellsMetadata ? {} : { message: quote(message) }),
    })),
    ...(leftOut > 0 ? { findings_left_out: leftOut } : {}),
    said_by_server: Object.fromEntries(
      Object.entries(words).flatMap(([name, word]) => (word === undefined ? [] : [[name, quote(word)]])),
    ),
    computed_from_analyses: computed,
    ...analysisFacts(resolution, scrubber),
    rules: rulesFor(resolution),
  };
}
