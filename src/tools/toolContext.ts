import { MAX_SENTENCE } from "../base/limits";
import { requireConnection } from "../commands/target/findTarget";
import type { MatchingRead } from "../folders/filter/readMatching";
import { findLoaded } from "../folders/search/findLoaded";
import { quoteServerText } from "../oz/http/quoteServerText";
import type { OzFolder } from "../oz/model/folder";
import { tellsMetadata } from "../settings";
import { connectionInWords } from "../views/text/connectionText";
import { missingInWords } from "../views/text/matchingRead";
import type { FactsContext } from "./folderFacts";
import type { ToolServices } from "./tool";

/**
 * @returns the shown connection as the user calls it
 * @throws UserError if there is none, or it is signed out
 */
export function connectionOf(services: ToolServices): string {
  return connectionInWords(requireConnection(services).saved);
}

/** @returns what facts about folders are told with */
export function factsContext({ connections, documents, scrubber }: ToolServices): FactsContext {
  return {
    findings: documents.findings,
    scrubber,
    now: connections.serverClock.now(),
    tellsMetadata: tellsMetadata(),
  };
}

/** @returns what a read did not see and why, see `missingInWords` */
export function missingFacts(
  read: Omit<MatchingRead<unknown>, "items">,
  { scrubber }: ToolServices,
): readonly string[] {
  return missingInWords(read, Date.now()).map((sentence) =>
    quoteServerText(sentence, MAX_SENTENCE, scrubber),
  );
}

/**
 * Reads a folder from the server, whether or not it is loaded: what is loaded may be old.
 * @param id of a folder or an analysis, as `parseId` returns it
 * @throws OzError if the server has neither, or cannot be read
 */
export async function readAnew(
  { folders }: ToolServices,
  id: string,
  cancel: AbortSignal,
): Promise<OzFolder> {
  const known = findLoaded(folders.store, id)?.folder.id ?? id;
  const { folder } = await folders.reader.findFolder(known, cancel);
  return folders.store.current.get(folder.id) ?? folder;
}
