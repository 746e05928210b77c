import { EventEmitter, workspace, type Disposable, type Event, type Uri } from "vscode";
import type { DocumentParts, Documents } from "./documents";
import { EXPLANATION_SCHEME, JSON_SCHEME } from "./schemes";

const NOT_OPENED =
  "Not opened by a command of Oz Inspector: run Open JSON or Explain Result on the folder instead.";

/** What shows one kind of document. */
interface Provider {
  readonly onDidChange: Event<Uri>;
  provideTextDocumentContent(uri: Uri): Promise<string>;
}

/** The documents, which load when the first of them is opened, by the user or by VS Code after a reload. */
export class LateDocuments {
  private loading: Promise<Documents> | undefined;
  private loaded: Documents | undefined;
  private readonly providers: readonly Disposable[];

  constructor(private readonly parts: DocumentParts) {
    this.providers = [
      this.register(JSON_SCHEME, ({ json }) => json),
      this.register(EXPLANATION_SCHEME, ({ explanations }) => explanations),
    ];
  }

  /** The folders whose explanations are on screen. */
  get shownIds(): readonly string[] {
    return this.loaded?.explanations.shownIds ?? [];
  }

  load(): Promise<Documents> {
    return (this.loading ??= import("./details").then(({ Documents }) => {
      this.loaded = new Documents(this.parts);
      return this.loaded;
    }));
  }

  /** Draws all that a setting has a say in anew. */
  redraw(): void {
    this.loaded?.explanations.redrawAll();
  }

  dispose(): void {
    for (const provider of this.providers) provider.dispose();
    this.loaded?.dispose();
  }

  private register(scheme: string, providerOf: (documents: Documents) => Provider): Disposable {
    const changes = new EventEmitter<Uri>();
    let provider: Promise<Provider> | undefined;
    const load = async (): Promise<Provider> => {
      const found = providerOf(await this.load());
      found.onDidChange((uri) => changes.fire(uri));
      return found;
    };
    return workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changes.event,
      provideTextDocumentContent: async (uri) => {
        if (!this.parts.opened.has(uri.toString())) throw new Error(NOT_OPENED);
        return (await (provider ??= load())).provideTextDocumentContent(uri);
      },
    });
  }
}
