import {
  changedSince,
  changesSince,
  firstStep,
  isInOrderOfChange,
  nextStep,
  type ChangesStep,
} from "./changes";
import { OzError } from "../http/errors";
import type { OzFolder } from "../model/folder";
import type { PageRequest } from "./folderRequests";
import type { FolderPage } from "../model/page";

/** What has changed: the folders, or that it cannot be told by this server or in this case. */
export type Changes = readonly OzFolder[] | "unknown";

/**
 * Asks one server what has changed, newest change first, until it meets what is known. Servers of other versions may
 * refuse the bound in time, ignore the order or tell no times; all that is found out once.
 */
export class ChangesReader {
  private refusesBound = false;
  private ignoresOrder = false;
  private lastCount = 0;

  /** @param list asks for a page; rejects with an `OzError` */
  constructor(
    private readonly list: (request: PageRequest, signal: AbortSignal | undefined) => Promise<FolderPage>,
  ) {}

  /**
   * @param latestChange up to when changes are known, in epoch milliseconds of the server's clock
   * @throws OzError
   */
  async read(latestChange: number | undefined, signal?: AbortSignal): Promise<Changes> {
    const since = changesSince(latestChange);
    const changes: OzFolder[] = [];
    let step = since === undefined ? { offset: 0, limit: 1 } : firstStep(this.lastCount);
    if (this.ignoresOrder) return "unknown";
    for (;;) {
      const page = await this.ask(step, since, signal);
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
    this.lastCount = changes.length;
    return changes;
  }

  /** @returns undefined when the server refuses the order, too */
  private async ask(
    step: ChangesStep,
    since: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<FolderPage | undefined> {
    const request = { ...step, order: "lastChanged" } as const;
    if (!this.refusesBound) {
      const bound = { ...request, changedSince: since };
      const page = await this.list(bound, signal).catch(refusedToNothing);
      if (page) return page;
      this.refusesBound = true;
    }
    return this.list(request, signal).catch(refusedToNothing);
  }
}

function refusedToNothing(error: unknown): undefined {
  if (error instanceof OzError && error.reason === "badRequest") return undefined;
  throw error;
}
