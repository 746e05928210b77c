import { explanationUri, jsonUri, sourceOf, type DocumentSource } from "../../../src/views/documentUri";
import { AnalysisNode } from "../../../src/views/tree/analysisNode";
import { LoadMoreNode } from "../../../src/views/tree/loadMoreNode";
import { MediumNode } from "../../../src/views/tree/mediumNode";
import type { TreeNode } from "../../../src/views/tree/treeNode";
import { desk } from "../../standIn/desk";
import { Uri } from "../../standIn/values";
import { IDS } from "./fakeServer";
import type { World } from "./world";

const { F, A, G, B } = IDS;
const FOLDERS = "ozInspector.folders";

/** Prepares the window, and returns the argument of a command. */
export type Argument = (world: World) => unknown;

/** The arguments that a command can be called with, by the column heads of the tables. */
export const ARGUMENTS: Readonly<Record<string, Argument>> = {
  // Rows. One of the two analyses and one of the two files have no ID.
  F: (world) => row(world, ({ id }) => id === `folder/${F}`),
  group: (world) => row(world, ({ id }) => id.endsWith("/group/g1")),
  A: analysisRow,
  "A?": (world) => row(world, (one) => one instanceof AnalysisNode && one.analysis.id === undefined),
  media: (world) => row(world, ({ id }) => id.endsWith("/media")),
  file: (world) => row(world, (one) => one instanceof MediumNode && one.medium.id !== undefined),
  "file?": (world) => row(world, (one) => one instanceof MediumNode && one.medium.id === undefined),
  watch: async (world) => {
    world.folders.watches.start(G);
    const rows = await world.rows("ozInspector.watched");
    return rows.find(({ target }) => target?.folderId === G);
  },
  fail: async (world) => {
    world.server.isAway = true;
    await world.folders.reader.readNewest().catch(() => undefined);
    world.server.isAway = false;
    return row(world, ({ id }) => id === "failure");
  },
  more: ({ folders }) => new LoadMoreNode(folders),
  // IDs. The second folder is not loaded.
  idF: () => F,
  idA: () => A,
  "{A}": () => `{${A.toUpperCase()}}`,
  idG: () => G,
  idB: () => B,
  idX: () => "dddddddd-0000-4000-8000-000000000009",
  // Documents.
  json: (world) => jsonUri(source(world), { folderId: F, analysisId: A }),
  why: (world) => explanationUri(source(world), F),
  away: () => jsonUri({ server: "other.example.com", key: "other" }, { folderId: F }),
  // Nothing, as from the Command Palette.
  front: (world) => {
    const uri = jsonUri(source(world), { folderId: F, analysisId: A });
    desk.front = { uri, getText: () => "{}", offsetAt: () => 0 } as unknown as NonNullable<typeof desk.front>;
  },
  sel: async (world) => void desk.selections.set(FOLDERS, [await analysisRow(world)]),
  none: () => undefined,
  // Anything else: a text, objects of other extensions, and an ID while signed out.
  junk: () => "hello",
  alien: () => ({ target: { kind: "folder", folderId: F }, parent: { folder: { id: F } }, folderId: F }),
  uri: () => Uri.file(`/folders/${F}.json`),
  null: () => null,
  out: async (world) => {
    await world.connections.signOut("staging");
    return F;
  },
};

function source({ connections }: World): DocumentSource {
  return sourceOf(connections.current?.saved);
}

async function analysisRow(world: World): Promise<TreeNode> {
  return row(world, (one) => one instanceof AnalysisNode && one.analysis.id === A);
}

async function row(world: World, isWanted: (node: TreeNode) => boolean): Promise<TreeNode> {
  const found = (await world.rows(FOLDERS)).find(isWanted);
  if (!found) throw new Error("There is no such row.");
  return found;
}
