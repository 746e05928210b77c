import type { Memento } from "../base/memento";

const OPENED = "ozInspector.openedDocuments";

/** More than anybody has open at a time; the oldest go first. */
const MOST = 200;

/**
 * The addresses of documents that our commands opened in this window; they survive a restart, since VS Code opens
 * documents again by their address. Anybody can have VS Code open an address, a file of a workspace by its `$schema`
 * too, and most documents ask the server: none but these is answered.
 */
export class OpenedAddresses {
  /** @param memory of this window */
  constructor(private readonly memory: Memento) {}

  /** Takes note of an address before it is opened. */
  add(address: string): void {
    const all = this.read();
    if (all[0] === address) return;
    const others = all.filter((one) => one !== address);
    void this.memory.update(OPENED, [address, ...others].slice(0, MOST));
  }

  has(address: string): boolean {
    return this.read().includes(address);
  }

  /** What cannot be read is passed over. */
  private read(): readonly string[] {
    const saved = this.memory.get(OPENED);
    return Array.isArray(saved) ? saved.filter((one) => typeof one === "string") : [];
  }
}
