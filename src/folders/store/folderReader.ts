import type { Clock } from "../../base/clock";
import { Emitter } from "../../base/emitter";
import type { Log } from "../../base/log/log";
import type { OzClient } from "../../oz/api/client";
import type { FolderReply, PageRequest } from "../../oz/api/folderRequests";
import { OzError } from "../../oz/http/ozError";
import type { OzFolder, FolderPage } from "../../oz/model/folder";
import type { FolderStore } from "./folderStore";
import type { ServerHealth } from "./serverHealth";

/** Rows per page of the list. */
export const PAGE_SIZE = 100;

/** Rows per request of a manual refresh: a reply of about 8 MB, within `MAX_VALUES`. */
const MAX_PAGE_SIZE = 200;

/** Concurrent requests when folders are read one by one. */
const MAX_CONCURRENT = 4;

/**
 * Reads folders from the server into the store. Concurrent calls for the same thing share one request. Every method but
 * `readFolders` rejects with an `OzError`, after reporting it to `ServerHealth`.
 */
export class FolderReader {
  private readonly pending = new Map<string, Promise<unknown>>();
  private readonly folderReads = new Emitter<FolderReply>();
  private readonly changesReads = new Emitter<readonly OzFolder[]>();
  private generation = new AbortController();

  /** Fires for each folder that was read on its own, after it was stored. */
  readonly onDidReadFolder = this.folderReads.event;

  /** Fires with all changed folders, after those that belong in the store were stored. */
  readonly onDidReadChanges = this.changesReads.event;

  constructor(
    private readonly client: () => Promise<OzClient>,
    private readonly store: FolderStore,
    private readonly health: ServerHealth,
    private readonly clock: Clock,
    private readonly log?: Pick<Log, "error">,
  ) {}

  /** Reads the newest folders. */
  readNewest(): Promise<void> {
    return this.once("newest", async (client, signal) => {
      const page = await client.listFolders({ offset: 0, limit: PAGE_SIZE }, signal);
      return () => this.store.current.applyPage(page, undefined, PAGE_SIZE);
    });
  }

  /**
   * Reads the folders that have changed since the last time, however old they are.
   * @param isWanted whether to store a folder that is not listed
   * @returns false if the server cannot list changes; the newest folders were then read instead
   */
  readChanges(isWanted: (id: string) => boolean): Promise<boolean> {
    return this.once("changes", async (client, signal) => {
      const changes = await client.listChanges(this.store.current.latestChange, signal);
      if (changes !== "unknown") {
        return () => {
          this.store.current.applyChanges(changes, isWanted);
          this.changesReads.fire(changes);
          return true;
        };
      }
      const page = await client.listFolders({ offset: 0, limit: PAGE_SIZE }, signal);
      return () => {
        this.store.current.applyPage(page, undefined, PAGE_SIZE);
        return false;
      };
    });
  }

  /**
   * Reads folders one by one, a few at a time.
   * @returns the errors of those that could not be read
   */
  async readFolders(ids: readonly string[]): Promise<readonly unknown[]> {
    const waiting = [...ids];
    const errors: unknown[] = [];
    const work = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        await this.readFolder(id).catch((error: unknown) => errors.push(error));
      }
    };
    await Promise.all(Array.from({ length: MAX_CONCURRENT }, work));
    return errors;
  }

  /** Reads all listed pages again. */
  async readAgain(): Promise<void> {
    const rows = Math.max(PAGE_SIZE, this.store.current.listedCount);
    await this.once("again", async (client, signal) => {
      const limit = Math.min(rows, MAX_PAGE_SIZE);
      let after: OzFolder | undefined;
      for (let offset = 0; offset < rows; offset += limit) {
        const page = await client.listFolders({ offset, limit }, signal);
        signal.throwIfAborted();
        this.store.current.applyPage(page, after, limit);
        after = page.folders.at(-1);
        if (page.folders.length + page.skipped < limit) break;
      }
      return () => undefined;
    });
  }

  /** Reads the next page of the list. */
  readMore(): Promise<void> {
    return this.once("more", async (client, signal) => {
      const { listedCount: offset, lastListed } = this.store.current;
      const page = await client.listFolders({ offset, limit: PAGE_SIZE }, signal);
      return () => this.store.current.applyPage(page, lastListed, PAGE_SIZE);
    });
  }

  /** Reads any page, without storing it. */
  readPage(request: PageRequest): Promise<FolderPage> {
    return this.once(`page ${JSON.stringify(request)}`, async (client, signal) => {
      const page = await client.listFolders(request, signal);
      return () => page;
    });
  }

  /** Reads one folder with its analyses. */
  readFolder(id: string): Promise<FolderReply> {
    return this.readOne(id, "getFolder");
  }

  /** Reads the folder that has this ID, or has an analysis with this ID. */
  findFolder(id: string): Promise<FolderReply> {
    return this.readOne(id, "findFolder");
  }

  /** Cancels all requests, because the connection has changed. */
  cancelAll(): void {
    this.generation.abort(new OzError("cancelled", "The connection was changed.", { origin: "" }));
    this.generation = new AbortController();
    this.pending.clear();
    this.health.reset();
  }

  private readOne(id: string, method: "getFolder" | "findFolder"): Promise<FolderReply> {
    return this.once(`folder ${id} ${method}`, async (client, signal) => {
      try {
        const reply = await client[method](id, signal);
        return () => {
          this.store.current.applyFolders([reply.folder]);
          this.folderReads.fire(reply);
          return reply;
        };
      } catch (error) {
        if (error instanceof OzError && error.reason === "notFound" && !signal.aborted)
          this.store.current.applyGone(id);
        throw error;
      }
    });
  }

  /** Views show only an `OzError`; with any other error, the list would become outdated without saying why. */
  private processingError(error: unknown): OzError {
    const { name, place } = describe(error);
    this.log?.error(`A reply could not be processed: ${name} ${place}`.trim());
    const message = `Oz Inspector could not process the reply (${name}). Please report this with the log.`;
    return new OzError("unreadable", message, { origin: "" });
  }

  private once<T>(
    key: string,
    read: (client: OzClient, signal: AbortSignal) => Promise<() => T>,
  ): Promise<T> {
    const running = this.pending.get(key) as Promise<T> | undefined;
    if (running) return running;
    const { signal } = this.generation;
    const run = async (): Promise<T> => {
      try {
        const apply = await read(await this.client(), signal);
        signal.throwIfAborted();
        const applied = apply();
        // Only after storing: a reply that cannot be stored would otherwise report recovery and failure in turn.
        this.health.succeeded(this.clock.now());
        return applied;
      } catch (error) {
        const ozError = error instanceof OzError || signal.aborted ? error : this.processingError(error);
        if (!signal.aborted && ozError instanceof OzError && !isAboutOneFolder(ozError, key)) {
          this.health.failed(ozError, this.clock.now());
        }
        throw ozError;
      } finally {
        if (!signal.aborted) this.pending.delete(key);
      }
    };
    const promise = run();
    this.pending.set(key, promise);
    return promise;
  }
}

/** Omits the message, which may quote the reply. */
function describe(error: unknown): { name: string; place: string } {
  if (!(error instanceof Error)) return { name: typeof error, place: "" };
  const place = /^ +at .*$/m.exec(error.stack ?? "")?.[0].trim() ?? "";
  return { name: error.name, place };
}

/** A missing or hidden folder, or a cancelled request, says nothing about the server as a whole. */
function isAboutOneFolder({ reason }: OzError, key: string): boolean {
  if (reason === "forbidden") return key.startsWith("folder ");
  return reason === "cancelled" || reason === "notFound" || reason === "badRequest";
}
