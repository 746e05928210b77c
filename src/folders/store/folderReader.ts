import type { Clock } from "../../base/clock";
import { Emitter } from "../../base/emitter";
import type { Log } from "../../base/log/log";
import type { OzClient } from "../../oz/api/client";
import type { FolderReply, PageRequest } from "../../oz/api/folderRequests";
import { OzError } from "../../oz/http/errors";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderPage } from "../../oz/model/page";
import type { FolderStore } from "./folderStore";
import type { ServerHealth } from "./serverHealth";

/** Rows a request of the list asks for. */
export const PAGE_SIZE = 100;

/**
 * A manual refresh reads again what is on screen, in requests of at most this many rows: their reply, about 8 MB, is
 * within `MOST_VALUES`.
 */
const LARGEST_PAGE = 200;

/** Folders that are read by themselves are asked for so many at a time. */
const MOST_AT_ONCE = 4;

/**
 * Reads folders from the server into the store: the only way they get there. Two callers who want the same thing at
 * the same time share one request. Every method rejects with an `OzError`, after the health of the server was noted.
 */
export class FolderReader {
  private readonly underWay = new Map<string, Promise<unknown>>();
  private readonly folderReads = new Emitter<FolderReply>();
  private readonly changesReads = new Emitter<readonly OzFolder[]>();
  private generation = new AbortController();

  /** Fires for each folder that was read by itself, when the store has it. */
  readonly onDidReadFolder = this.folderReads.event;

  /** Fires with all that has changed since the last look, when the store has what it wants of it. */
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
   * Reads what has changed since the last look, wherever it stands.
   * @param isWanted whether somebody wants a folder by itself that the list does not reach
   * @returns false when the server cannot tell that: then the newest folders were read instead
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
   * Reads folders by themselves, a few at a time.
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
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, work));
    return errors;
  }

  /** Reads everything again that was read without a gap. */
  async readAgain(): Promise<void> {
    const rows = Math.max(PAGE_SIZE, this.store.current.listedCount);
    await this.once("again", async (client, signal) => {
      const limit = Math.min(rows, LARGEST_PAGE);
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

  /** Reads the page that follows what was read without a gap. */
  readMore(): Promise<void> {
    return this.once("more", async (client, signal) => {
      const { listedCount: offset, lastListed } = this.store.current;
      const page = await client.listFolders({ offset, limit: PAGE_SIZE }, signal);
      return () => this.store.current.applyPage(page, lastListed, PAGE_SIZE);
    });
  }

  /** Reads a page as its caller wants it, who puts into the store what is to be there. */
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

  /** Reads the folder that has an id, or an analysis with it: the folder's own id tells which it was. */
  findFolder(id: string): Promise<FolderReply> {
    return this.readOne(id, "findFolder");
  }

  /** Drops replies that are still to come, as for another server. */
  restart(): void {
    this.generation.abort(new OzError("cancelled", "The connection was changed.", { origin: "" }));
    this.generation = new AbortController();
    this.underWay.clear();
    this.health.forget();
  }

  private readOne(id: string, ask: "getFolder" | "findFolder"): Promise<FolderReply> {
    return this.once(`folder ${id} ${ask}`, async (client, signal) => {
      try {
        const reply = await client[ask](id, signal);
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

  /** Nobody shows any other error than an `OzError`: the list would stay as it is and not say why. */
  private ownFault(error: unknown): OzError {
    const { name, place } = describe(error);
    this.log?.error(`A reply could not be processed: ${name} ${place}`.trim());
    const message = `Oz Inspector could not process the reply (${name}). Please report this with the log.`;
    return new OzError("unreadable", message, { origin: "" });
  }

  private once<T>(
    key: string,
    read: (client: OzClient, signal: AbortSignal) => Promise<() => T>,
  ): Promise<T> {
    const running = this.underWay.get(key) as Promise<T> | undefined;
    if (running) return running;
    const { signal } = this.generation;
    const run = async (): Promise<T> => {
      try {
        const apply = await read(await this.client(), signal);
        signal.throwIfAborted();
        const applied = apply();
        // Only now: an answer that cannot be taken in would show as recovery and failure by turns.
        this.health.answered(this.clock.now());
        return applied;
      } catch (error) {
        const known = error instanceof OzError || signal.aborted ? error : this.ownFault(error);
        if (!signal.aborted && known instanceof OzError && !isAboutOneFolder(known, key)) {
          this.health.failed(known, this.clock.now());
        }
        throw known;
      } finally {
        if (!signal.aborted) this.underWay.delete(key);
      }
    };
    const promise = run();
    this.underWay.set(key, promise);
    return promise;
  }
}

/** Without its message, which may quote what a server sent. */
function describe(error: unknown): { name: string; place: string } {
  if (!(error instanceof Error)) return { name: typeof error, place: "" };
  const place = /^ +at .*$/m.exec(error.stack ?? "")?.[0].trim() ?? "";
  return { name: error.name, place };
}

/** A folder that is missing or hidden, or a request taken back, says nothing about the server as a whole. */
function isAboutOneFolder({ reason }: OzError, key: string): boolean {
  if (reason === "forbidden") return key.startsWith("folder ");
  return reason === "cancelled" || reason === "notFound" || reason === "badRequest";
}
