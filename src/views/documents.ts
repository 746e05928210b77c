import { languages, workspace, type Disposable } from "vscode";
import type { SavedConnection } from "../connections/savedConnection";
import type { Folders } from "../folders/folders";
import { SCHEMES } from "../ids";
import { ExplanationDocuments } from "./explain/explanationDocuments";
import { JsonDocuments } from "./json/jsonDocuments";
import { JsonLenses } from "./json/jsonLenses";
import { openLargeAsText } from "./json/largeJson";
import { statusHover } from "./json/statusHover";
import type { OpenedAddresses } from "./openedAddresses";
import type { ShownFindings } from "./shownFindings";

const NOT_OPENED =
  "Not opened by an Oz Inspector command. Run Open JSON or Explain Result on the folder instead.";

/** What documents are made of. */
export interface DocumentParts {
  readonly folders: Folders;
  readonly findings: ShownFindings;
  /** The connection that is shown and signed in to. */
  readonly connected: () => SavedConnection | undefined;
  readonly opened: OpenedAddresses;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** All that is shown in editors. */
export class Documents {
  readonly json: JsonDocuments;
  readonly explanations: ExplanationDocuments;
  readonly findings: ShownFindings;
  private readonly disposables: readonly { dispose(): void }[];

  constructor({ folders, findings, connected, opened, now }: DocumentParts) {
    this.json = new JsonDocuments(folders, connected, opened);
    this.findings = findings;
    this.explanations = new ExplanationDocuments(folders, findings, connected, opened);
    const lenses = new JsonLenses(this.json, folders.health, now);
    const ours = { scheme: SCHEMES.json };
    this.disposables = [
      this.json,
      this.explanations,
      lenses,
      languages.registerCodeLensProvider(ours, lenses),
      languages.registerHoverProvider(ours, statusHover),
      ...openLargeAsText(),
      serveOpened(SCHEMES.json, this.json, opened),
      serveOpened(SCHEMES.explanation, this.explanations, opened),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** Answers no address but those that a command of ours has opened, see `OpenedAddresses`. */
function serveOpened(
  scheme: string,
  provider: JsonDocuments | ExplanationDocuments,
  opened: OpenedAddresses,
): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: provider.onDidChange,
    provideTextDocumentContent(uri) {
      const address = uri.toString();
      if (!opened.has(address)) throw new Error(NOT_OPENED);
      // One that is still in use does not grow old.
      opened.add(address);
      return provider.provideTextDocumentContent(uri);
    },
  });
}
