import type { ServerResponse } from "node:http";
import { Folders } from "../../../src/folders/folders";
import { VIEWS } from "../../../src/ids";
import type { Documents } from "../../../src/views/documents";
import { TreeNode } from "../../../src/views/tree/treeNode";
import { Views } from "../../../src/views/views";
import { clearDesk, desk } from "../../standIn/desk";
import { TestMemory } from "../connections/stores";
import { Installation } from "../connections/windows";
import { down, folder } from "../folders/build";
import { reply, serve } from "../oz/support";
import { TestClock } from "../testClock";

type ViewId = (typeof VIEWS)[keyof typeof VIEWS];

/** A real server whose reply to the list can be changed. */
export interface ListServer {
  readonly address: string;
  list: (response: ServerResponse) => void;
}

/** The view of the folders on the stand-in, in a window that polls nothing by itself. */
export interface OpenList {
  readonly folders: Folders;
  readonly documents: Documents;
  readonly clock: TestClock;
  /** Signs in to another server and shows it. */
  connect(server: ListServer): Promise<void>;
  /** Shows a server that was connected before. */
  show(server: ListServer): void;
  /** Signs out of the shown server. */
  signOut(): Promise<void>;
  /** The labels of the rows, each with its description. */
  readonly rows: readonly string[];
  /** Those of the watched folders. */
  readonly watched: readonly string[];
  readonly title: string | undefined;
  readonly message: string | undefined;
}

/** @returns a server that has so many folders */
export async function listServer(count: number): Promise<ListServer> {
  const items = down(count, 1).map((number) => folder(number).json);
  const state = { list: (response: ServerResponse) => reply(response, 200, { items, total_count: count }) };
  const { address } = await serve((_, response) => state.list(response));
  return Object.assign(state, { address });
}

/** Opens the view, as `activate` does, but signed out. */
export function openList(): OpenList {
  clearDesk();
  const clock = new TestClock();
  const installation = new Installation(clock);
  const connections = installation.window();
  const folders = new Folders(
    () => connections.client(),
    new TestMemory(),
    new TestMemory(),
    clock,
    () => 0.5,
  );
  const views = new Views(folders, () => connections.current, clock, new TestMemory());
  connections.onDidChange(() => {
    folders.show(connections.keys);
    views.showConnection();
  });
  desk.views.get(VIEWS.folders)?.setVisible(true);
  const ids = new Map<ListServer, string>();
  const rows = (view: ViewId): readonly string[] =>
    (desk.trees.get(view)?.getChildren() as readonly unknown[])
      .filter((row) => row instanceof TreeNode)
      .map((row) => `${row.item().label as string}: ${row.item().description as string}`);
  return {
    folders,
    documents: views.documents,
    clock,
    async connect(server) {
      const { signal } = new AbortController();
      const { saved } = await connections.signIn(server.address, { accessToken: "a".repeat(128) }, signal);
      ids.set(server, saved.id);
    },
    show: (server) => connections.switchTo(ids.get(server) ?? ""),
    signOut: () => connections.signOut(connections.current?.saved.id ?? ""),
    get rows() {
      return rows(VIEWS.folders);
    },
    get watched() {
      return rows(VIEWS.watched);
    },
    get title() {
      return desk.views.get(VIEWS.folders)?.title;
    },
    get message() {
      return desk.views.get(VIEWS.folders)?.message;
    },
  };
}
