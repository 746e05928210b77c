import { isDeepStrictEqual } from "node:util";
import { isObject, member } from "./readJson";

/** A store of JSON values that survives a restart, such as VS Code's `Memento`. */
export interface Memento {
  get(key: string): unknown;
  /** @param value undefined removes the key */
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What cannot be read at all is kept under its name with this ending before something else is saved in its place. */
const SET_ASIDE = ".setAside";

/**
 * Keeps a value that is about to be replaced because this version cannot read it, each value once.
 * @param name of the value
 */
function setAside(memento: Memento, name: string, value: unknown): void {
  const kept = memento.get(name + SET_ASIDE) ?? [];
  const all: readonly unknown[] = Array.isArray(kept) ? kept : [kept];
  if (!all.some((one) => isDeepStrictEqual(one, value)))
    void memento.update(name + SET_ASIDE, [...all, value]);
}

/** Where a list is saved. */
export interface ListStore {
  /** @returns anything; undefined or null if nothing is saved */
  get(): unknown;
  set(list: readonly unknown[]): Promise<void>;
}

/** @returns where the list of that name is saved; an empty one removes the name */
export function listNamed(name: string, memento: Memento): ListStore {
  return {
    get: () => memento.get(name),
    async set(list) {
      const before = memento.get(name) ?? undefined;
      if (before !== undefined && !Array.isArray(before)) setAside(memento, name, before);
      await memento.update(name, list.length === 0 ? undefined : list);
    },
  };
}

/**
 * Values by connection, under one name of a memento. Other windows write them too, so each call reads them anew. A change
 * that cannot be written is dropped, and what is saved stays: VS Code may read what it cannot write, as it is nested too
 * deeply.
 */
export class ValuesByConnection {
  /** @param name of all values together */
  constructor(
    private readonly memento: Memento,
    private readonly name: string,
  ) {}

  /** @param key of the connection */
  get(key: string): unknown {
    return member(this.all(), key);
  }

  /**
   * Replaces the value of one connection.
   * @param key of the connection
   * @param value undefined removes it
   */
  set(key: string, value: unknown): void {
    void this.write(key, value).catch(() => undefined);
  }

  /** @returns where the list of one connection is saved; an empty one removes it. Writing it never fails */
  listOf(key: string): ListStore {
    return {
      get: () => this.get(key),
      set: (list) => {
        this.set(key, list.length === 0 ? undefined : list);
        return Promise.resolve();
      },
    };
  }

  /** Removes the values of all other connections. */
  keepOnly(keys: readonly string[]): void {
    void this.removeOthers(keys).catch(() => undefined);
  }

  /** Whether the values of all connections are readable as such. */
  get isReadable(): boolean {
    const saved = this.memento.get(this.name) ?? undefined;
    return saved === undefined || isObject(saved);
  }

  private async write(key: string, value: unknown): Promise<void> {
    const saved = this.memento.get(this.name) ?? undefined;
    if (saved !== undefined && !isObject(saved)) setAside(this.memento, this.name, saved);
    const before = this.get(key) ?? undefined;
    if (before !== undefined && Array.isArray(before) !== Array.isArray(value ?? before))
      setAside(this.memento, this.name, { [key]: before });
    await this.memento.update(this.name, { ...this.all(), [key]: value });
  }

  private async removeOthers(keys: readonly string[]): Promise<void> {
    const all = Object.entries(this.all());
    const kept = all.filter(([key]) => keys.includes(key));
    if (kept.length < all.length) await this.memento.update(this.name, Object.fromEntries(kept));
  }

  private all(): Readonly<Record<string, unknown>> {
    const saved = this.memento.get(this.name);
    return isObject(saved) ? saved : {};
  }
}
