import {
  changedSince,
  changesSince,
  FIRST_STEP,
  isInOrderOfChange,
  nextStep,
  type ChangesStep,
} from "../oz/changes";
import type { OzClient } from "../oz/client";
import { OzError } from "../oz/errors";
import type { OzFolder } from "../oz/folder";
import type { FolderPage } from "../oz/page";

/** What has changed: the folders, or that it cannot be told by this server or in this case. */
export type Changes = readonly OzFolder[] | "unknown";

/**
 * Asks one server what has changed, newest change first, until it meets what is known. Servers of other versions may
 * refuse the bound in time, ignore the order or tell no times; all that is found out once.
 */
export class ChangesReader {
  private refusesBound = false;
  private ignoresOrder = false;

  /**
   * @param latestChange up to when changes are known, in epoch milliseconds of the server's clock
   * @throws OzError
   */
  async read(client: OzClient, latestChange: number | undefined, signal: AbortSignal): Promise<Changes> {
    const since = changesSince(latestChange);
    const changes: OzFolder[] = [];
    let step = since === undefined ? { offset: 0, limit: 1 } : FIRST_STEP;
    if (this.ignoresOrder) return "unknown";
    for (;;) {
      const page = await this.ask(client, step, since, signal);
      const isTimed = since !== undefined || page?.folders.every(({ updatedAt }) => updatedAt !== undefined);
      if (!page || !isTimed || !isInOrderOfChange(page.folders)) {
        this.ignoresOrder = true;
        return "unknown";
      }
      const fresh = since === undefined ? page.folders : changedSince(page.folders, since);
      changes.push(...fresh);
      const isEnd = page.folders.length + page.skipped < step.limit;
      if (since === undefined || isEnd || fresh.length < page.folders.length) break;
      const next = nextStep(step);
      if (!next) return "unknown";
      step = next;
    }
    return changes;
  }

  /** @returns undefined when the server refuses the order, too */
  private async ask(
    client: OzClient,
    step: ChangesStep,
    since: number | undefined,
    signal: AbortSignal,
  ): Promise<FolderPage | undefined> {
    const request = { ...step, order: "lastChanged" } as const;
    if (!this.refusesBound) {
      const bound = { ...request, changedSince: since };
      const page = await client.listFolders(bound, signal).catch(refusedToNothing);
      if (page) return page;
      this.refusesBound = true;
    }
    return client.listFolders(request, signal).catch(refusedToNothing);
  }
}

function refusedToNothing(error: unknown): undefined {
  if (error instanceof OzError && error.reason === "badRequest") return undefined;
  throw error;
}
