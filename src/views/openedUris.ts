import type { Memento } from "../base/memento";

const OPENED = "ozInspector.openedDocuments";

/** More than anyone has open at a time. The oldest are forgotten first. */
const MAX_URIS = 200;

/**
 * The URIs of documents that our commands opened in this window. Only these are served, because anyone can make VS Code
 * open a URI, even a workspace file by its `$schema`, and most documents send requests. They survive a restart, because
 * VS Code then reopens documents by their URI.
 */
export class OpenedUris {
  /** @param memory the window's */
  constructor(private readonly memory: Memento) {}

  /** Must be called before a URI is opened. */
  add(uri: string): void {
    const all = this.read();
    if (all[0] === uri) return;
    const others = all.filter((one) => one !== uri);
    void this.memory.update(OPENED, [uri, ...others].slice(0, MAX_URIS));
  }

  has(uri: string): boolean {
    return this.read().includes(uri);
  }

  /** Ignores what it cannot read. */
  private read(): readonly string[] {
    const saved = this.memory.get(OPENED);
    return Array.isArray(saved) ? saved.filter((one) => typeof one === "string") : [];
  }
}
