import { MAX_OPENED_DOCUMENTS } from "../base/limits";
import type { Memento } from "../base/memento";

const OPENED = "ozInspector.openedDocuments";

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
    const { all } = this;
    if (all[0] === uri) return;
    const others = all.filter((one) => one !== uri);
    void this.memory.update(OPENED, [uri, ...others].slice(0, MAX_OPENED_DOCUMENTS));
  }

  has(uri: string): boolean {
    return this.all.includes(uri);
  }

  /** The newest first. Ignores what it cannot read. */
  get all(): readonly string[] {
    const saved = this.memory.get(OPENED);
    return Array.isArray(saved) ? saved.filter((one) => typeof one === "string") : [];
  }
}
