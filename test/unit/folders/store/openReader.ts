import { FolderReader } from "../../../../src/folders/store/folderReader";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { RawReplies } from "../../../../src/folders/store/rawReplies";
import { ServerHealth } from "../../../../src/folders/store/serverHealth";
import type { OzClient } from "../../../../src/oz/api/client";
import type { FolderReply } from "../../../../src/oz/api/folderRequests";
import { TestLog } from "../../oz/support";
import type { TestClock } from "../../testClock";
import { down, finishedFolder, page, TestContext } from "../build";

/** A fake server. */
interface CountingServer {
  /** The number of its newest folder; it has all from 1. */
  newest: number;
  /** Rows of the list that it counts and does not send. */
  unsent: number;
  /** Fails every request. */
  failure: Error | undefined;
  /** Replies wait for it. */
  held: Promise<void>;
  /** The requests, as "offset+limit" or the ID of a folder. */
  readonly asked: string[];
}

/** A reader and what it uses. */
export interface OpenReader {
  readonly server: CountingServer;
  readonly store: FolderStore;
  readonly health: ServerHealth;
  readonly reader: FolderReader;
  readonly clock: TestClock;
  readonly log: TestLog;
  readonly replies: RawReplies;
}

/** Opens a reader of a fake server that has so many folders. */
export function openReader(count: number): OpenReader {
  const server: CountingServer = {
    newest: count,
    unsent: 0,
    failure: undefined,
    held: Promise.resolve(),
    asked: [],
  };
  const answer = async <T>(what: string, make: () => T): Promise<T> => {
    server.asked.push(what);
    await server.held;
    if (server.failure) throw server.failure;
    return make();
  };
  const findOne = (id: string): Promise<FolderReply> =>
    answer(id, () => {
      const found = finishedFolder(Number(id.slice(-12)));
      return { folder: found, text: JSON.stringify(found.json) };
    });
  const client = {
    listFolders: ({ offset, limit, order = "newest" }: Parameters<OzClient["listFolders"]>[0]) =>
      answer(`${order === "newest" ? "" : "changes "}${offset}+${limit}`, () =>
        page(down(server.newest, 1).slice(offset, offset + limit), server.newest + server.unsent, offset),
      ),
    listChanges: () => answer("changes", () => []),
    getFolder: findOne,
    findFolder: findOne,
  } as unknown as OzClient;
  const health = new ServerHealth();
  const context = new TestContext();
  const { clock } = context;
  const store = new FolderStore(context);
  const log = new TestLog();
  const reader = new FolderReader(() => Promise.resolve(client), store, health, clock, log);
  return { server, store, health, reader, clock, log, replies: new RawReplies(reader, store) };
}
