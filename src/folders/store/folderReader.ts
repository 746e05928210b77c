import type { Clock } from "../../base/clock";
import { Emitter } from "../../base/emitter";
import { MAX_PAGE_SIZE, MAX_READ_AGAIN } from "../../base/limits";
import type { Log } from "../../base/log/log";
import type { OzClient } from "../../oz/api/client";
import type { FolderReply, PageRequest } from "../../oz/api/folderRequests";
import { isAboutServer, OzError } from "../../oz/http/ozError";
import { rowsOf, type OzFolder, type FolderPage } from "../../oz/model/folder";
import type { FolderStore } from "./folderStore";
import { readNextPage } from "./nextPage";
import { processingError } from "./processingError";
import { newGeneration } from "./readGeneration";
import { LONG_WAIT, RetryAfter } from "./retryAfter";
import { folderKind, type RequestKind, type ServerHealth } from "./serverHealth";

/** Rows per page of the list. */
export const PAGE_SIZE = 100;

/**
 * Reads folders from the server into the store. Concurrent calls for the same thing share one request. Every method but
 * `readFolders` rejects with an `OzError`, after reporting it to `ServerHealth` if it makes something on screen outdated.
 */
export class FolderReader {
  private readonly pending = new Map<string, Promise<unknown>>();
  private readonly folderReads = new Emitter<FolderReply>();
  private readonly changesReads = new Emitter<readonly OzFolder[]>();
  private readonly retryAfter: RetryAfter;
  private generation = newGeneration();
  private cancellable = 0;
  private changed = 0;

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
  ) {
    this.retryAfter = new RetryAfter(clock);
  }

  /** See `ServerHealth.listFails`. */
  get listFails(): boolean {
    return this.health.listFails;
  }

  /** Aborted when another connection is shown: what comes of several requests must not be of two servers. */
  get shown(): AbortSignal {
    return this.generation.signal;
  }

  /** How many folders the last request for changes has sent, which may come again with the next. */
  get changedCount(): number {
    return this.changed;
  }

  /** See `RetryAfter.until`. Until then, everything rejects with "tooManyRequests" and sends nothing. */
  get waitUntil(): number {
    return this.retryAfter.until;
  }

  /** See `RetryAfter.askAnyway`. */
  askAnyway(): void {
    this.retryAfter.askAnyway();
  }

  /** Reads the newest folders, and all listed ones if the list is in doubt, see `ListedPages`. */
  async readNewest(): Promise<void> {
    await this.once("newest", async (client, signal) => {
      const page = await client.listFolders({ offset: 0, limit: PAGE_SIZE }, signal);
      return () => this.store.current.applyPage(page);
    });
    if (this.mustReadAgain) await this.readAgain();
  }

  /**
   * Reads the folders that have changed since the last time, however old they are; after too many changes, all listed
   * folders.
   * @param isWanted whether to store a folder that is not listed
   * @returns false if the server cannot list changes, or there were too many; listed folders were then read instead
   */
  async readChanges(isWanted: (id: string) => boolean): Promise<boolean> {
    const changes = await this.once("changes", async (client, signal) => {
      const read = await client.listChanges(this.store.current.changesSince, signal);
      return () => {
        if (read === "unknown") return read;
        if ("latestOfTooMany" in read) {
          this.store.current.skipChanges(read.latestOfTooMany);
          return "tooMany";
        }
        this.changed = read.length;
        this.store.current.applyChanges(read, isWanted);
        this.changesReads.fire(read);
        return "read";
      };
    });
    if (changes === "unknown") await this.readNewest();
    if (changes === "tooMany") await this.readAgain();
    return changes === "read";
  }

  /**
   * Reads folders one by one, a few at a time. If one shows that no other would be answered, the rest is not asked for.
   * @param by who waits for them: the user's do not wait for those of the background
   * @returns the errors of those that could not be read, by ID
   */
  async readFolders(
    ids: readonly string[],
    by: "user" | "background" = "background",
  ): Promise<ReadonlyMap<string, unknown>> {
    const waiting = [...ids];
    const errors = new Map<string, unknown>();
    const { signal, singleReads } = this.generation;
    const slots = singleReads[by];
    const failed = (id: string, error: unknown): void => {
      errors.set(id, error);
      if (!(error instanceof OzError) || !isAboutServer(error)) return;
      for (const other of waiting.splice(0)) errors.set(other, error);
    };
    const work = async (): Promise<void> => {
      const id = waiting.shift();
      // Never asked of another server, to which the user has switched meanwhile.
      if (id === undefined || signal.aborted) return;
      await this.readFolder(id).catch((error: unknown) => failed(id, error));
    };
    await Promise.all(ids.map(() => slots.run(work)));
    return errors;
  }

  /** Reads all listed pages again. */
  async readAgain(): Promise<void> {
    const rows = Math.max(PAGE_SIZE, this.store.current.nextOffset);
    await this.once("again", async (client, signal) => {
      const limit = Math.min(rows, MAX_PAGE_SIZE);
      const list = (request: PageRequest): Promise<FolderPage> => client.listFolders(request, signal);
      const seen = new Set<string>();
      for (let offset = 0; ;) {
        const page = await readNextPage(list, { offset, limit }, (id) => seen.has(id));
        signal.throwIfAborted();
        this.store.current.applyPage(page);
        const before = seen.size;
        for (const { id } of page.folders) seen.add(id);
        offset = page.offset + rowsOf(page);
        // A page without anything new ends it too: the server's total may be wrong.
        if (page.isLast || offset >= rows || seen.size === before)
          return () => this.store.current.applyAllPages(seen, page);
      }
    });
    // All that is shown was read, so no change is missing.
    this.health.succeeded("changes", this.clock.now());
  }

  /** Reads the next page of the list. */
  readMore(): Promise<void> {
    return this.once("more", async (client, signal) => {
      const { current } = this.store;
      const page = await readNextPage(
        (request) => client.listFolders(request, signal),
        { offset: current.nextOffset, limit: PAGE_SIZE },
        (id) => current.isListed(id),
      );
      return () => current.applyPage(page);
    });
  }

  /**
   * Reads any page, without storing it.
   * @param cancel see `findHovered`
   */
  readPage(request: PageRequest, cancel?: AbortSignal): Promise<FolderPage> {
    const share = cancel ? ++this.cancellable : JSON.stringify(request);
    return this.once(`page ${share}`, async (client, shown) => {
      const page = await client.listFolders(request, eitherOf(shown, cancel));
      return () => page;
    });
  }

  /** Reads one folder with its analyses. */
  readFolder(id: string): Promise<FolderReply> {
    return this.readOne(id, "getFolder");
  }

  /**
   * Reads the folder that has this ID, or has an analysis with this ID.
   * @param cancel ends it at once; its reason is an `OzError`. It is then shared with nobody, who would be cancelled too
   */
  findFolder(id: string, cancel?: AbortSignal): Promise<FolderReply> {
    const share = cancel && { share: `find ${++this.cancellable}`, cancel };
    return this.readOne(id, "findFolder", share);
  }

  /** As `findFolder`, for a hover: a few at a time. */
  findHovered(id: string, cancel: AbortSignal): Promise<FolderReply> {
    return this.generation.hoverReads.run(() => this.findFolder(id, cancel));
  }

  /** Cancels all requests, because the connection has changed. */
  cancelAll(): void {
    this.generation.cancel();
    this.generation = newGeneration();
    this.pending.clear();
    this.retryAfter.leave();
    this.health.reset();
  }

  private readOne(
    id: string,
    method: "getFolder" | "findFolder",
    { share = method, cancel }: { readonly share?: string; readonly cancel?: AbortSignal } = {},
  ): Promise<FolderReply> {
    return this.once(`folder ${id} ${share}`, async (client, shown) => {
      const signal = eitherOf(shown, cancel);
      try {
        const reply = await client[method](id, signal);
        return () => {
          this.store.current.applyFolders([reply.folder]);
          this.folderReads.fire(reply);
          return reply;
        };
      } catch (error) {
        if (error instanceof OzError && error.reason === "notFound" && !signal.aborted) {
          this.store.current.applyNotFound(id);
          // The server has answered: what failed before fails no more.
          this.health.succeeded(folderKind(id), this.clock.now());
        }
        throw error;
      }
    });
  }

  private get mustReadAgain(): boolean {
    const { isInDoubt, listedCount } = this.store.current;
    return isInDoubt && listedCount <= MAX_READ_AGAIN;
  }

  private once<T>(
    key: string,
    read: (client: OzClient, signal: AbortSignal) => Promise<() => T>,
  ): Promise<T> {
    const running = this.pending.get(key) as Promise<T> | undefined;
    if (running) return running;
    const { signal, requests } = this.generation;
    const kind = kindOf(key);
    const run = async (): Promise<T> => {
      try {
        const client = await this.client();
        const apply = await requests.run(() => {
          signal.throwIfAborted();
          return this.retryAfter.guard(client.baseUrl, () => read(client, signal));
        });
        signal.throwIfAborted();
        const applied = apply();
        // Only after storing, and the list once all of it is read: otherwise recovery and failure would be told in turn.
        if (kind !== undefined && !(key === "newest" && this.mustReadAgain))
          this.health.succeeded(kind, this.clock.now());
        return applied;
      } catch (error) {
        const ozError = error instanceof OzError || signal.aborted ? error : processingError(error, this.log);
        if (kind !== undefined && !signal.aborted && ozError instanceof OzError && isFailure(ozError)) {
          this.health.failed(kind, ozError, this.clock.now());
          // Nothing else is sent either, so that nobody else would tell.
          if ((ozError.retryAfter ?? 0) > LONG_WAIT) this.health.failed("list", ozError, this.clock.now());
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

/** @throws the reason of one that is aborted */
function eitherOf(shown: AbortSignal, cancel: AbortSignal | undefined): AbortSignal {
  const signal = cancel ? AbortSignal.any([shown, cancel]) : shown;
  signal.throwIfAborted();
  return signal;
}

/** @returns the kind of a request; undefined if how it goes says nothing about what is on screen, as for a search */
function kindOf(key: string): RequestKind | undefined {
  const [what, id = ""] = key.split(" ");
  if (what === "folder") return folderKind(id);
  if (what === "newest" || what === "again") return "list";
  return what === "changes" ? "changes" : undefined;
}

/** A folder that does not exist is removed from the store instead. */
function isFailure({ reason }: OzError): boolean {
  return reason !== "cancelled" && reason !== "notFound";
}
