import type { CancellationToken, CodeLens, TreeDataProvider } from "vscode";
import { desk } from "../../standIn/desk";

/** A row of a tree as the user sees it. */
interface Row {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What hovering it shows, without Markdown's escapes. */
  readonly tooltip: string;
}

/** A document in an editor. */
interface ShownDocument {
  readonly uri: string;
  /** That of Markdown without its escapes. */
  readonly text: string;
  /** The lines above it. */
  readonly lenses: readonly string[];
}

/** All that the window shows at a moment. */
export interface Screen {
  readonly title: string | undefined;
  readonly message: string | undefined;
  /** The list, all rows expanded. */
  readonly rows: readonly Row[];
  readonly watched: readonly Row[];
  /** The status bar's item: text, what hovering shows, what a screen reader says. */
  readonly status: readonly string[];
  readonly documents: readonly ShownDocument[];
  /** The question that waits for an answer: title, prompt, and what is wrong with the last answer. */
  readonly question: readonly string[];
}

/** @returns what the user sees now, everything hovered and expanded */
export async function readScreen(): Promise<Screen> {
  const list = desk.views.get("ozInspector.folders");
  const { text, tooltip, accessibilityInformation } = desk.statusBarItem;
  const { asking } = desk;
  return {
    title: list?.title,
    message: list?.message,
    rows: await rowsOf("ozInspector.folders"),
    watched: await rowsOf("ozInspector.watched"),
    status: text === undefined ? [] : [text, plain(tooltip), accessibilityInformation?.label ?? ""],
    documents: await Promise.all([...desk.documents].map(([uri, open]) => documentOf(uri, open))),
    question: [asking?.title, asking?.prompt, asking?.problem].filter((one) => one !== undefined),
  };
}

/** @returns every text on the screen */
export function textsOf(screen: Screen): readonly string[] {
  const { title, message, rows, watched, status, documents, question } = screen;
  const ofRows = [...rows, ...watched].flatMap(({ label, description, tooltip }) => [
    label,
    description,
    tooltip,
  ]);
  const ofDocuments = documents.flatMap(({ text, lenses }) => [text, ...lenses]);
  return [title ?? "", message ?? "", ...ofRows, ...status, ...ofDocuments, ...question];
}

async function rowsOf(viewId: string): Promise<readonly Row[]> {
  const tree = desk.trees.get(viewId);
  if (!tree) return [];
  const below = async (parent?: unknown): Promise<Row[]> => {
    const nodes = (await tree.getChildren(parent)) ?? [];
    return (
      await Promise.all(nodes.map(async (node) => [await rowOf(tree, node), ...(await below(node))]))
    ).flat();
  };
  return below();
}

async function rowOf(tree: TreeDataProvider<unknown>, node: unknown): Promise<Row> {
  const item = await tree.getTreeItem(node);
  const resolved = (await tree.resolveTreeItem?.(item, node, {} as CancellationToken))!;
  return {
    id: item.id ?? "",
    label: typeof item.label === "object" ? item.label.label : (item.label ?? ""),
    description: String(item.description),
    tooltip: plain(resolved.tooltip),
  };
}

async function documentOf(
  uri: string,
  {
    document,
    text,
  }: { readonly document: { readonly uri: { readonly scheme: string } }; readonly text: string },
): Promise<ShownDocument> {
  const provider = desk.lenses.get(document.uri.scheme);
  const lenses = (await provider?.provideCodeLenses(document as never, {} as CancellationToken)) as
    readonly CodeLens[] | undefined;
  return {
    uri,
    text: uri.includes(".md") ? unescaped(text) : text,
    lenses: (lenses ?? []).map(({ command }) => command?.title ?? ""),
  };
}

function plain(text: string | { readonly value: string } | undefined): string {
  return unescaped(typeof text === "string" ? text : (text?.value ?? ""));
}

function unescaped(markdown: string): string {
  return markdown.replace(/\\([^A-Za-z0-9\s])/g, "$1");
}
