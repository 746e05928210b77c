import { type Memento, putById } from "../../base/memento";
import { isObject, member, textMember } from "../../base/readJson";

/** When the user wants to be told of the end of a watched folder. */
export const NOTIFY = ["always", "problems", "never"] as const;
export type Notify = (typeof NOTIFY)[number];

/** What of a watched folder survives a restart. */
export interface RememberedWatch {
  readonly id: string;
  /** Whether its end was announced. */
  readonly ended: boolean;
  /** The user's choice for this folder; undefined where the setting counts. */
  readonly notify?: Notify | undefined;
}

const WATCHES = "ozInspector.watches";

/** Remembers the watched folders of each connection. Other windows write too: each change reads first. */
export class WatchMemory {
  constructor(private readonly memory: Memento) {}

  /** @returns the watched folders of a connection; what cannot be read is passed over */
  read(key: string): readonly RememberedWatch[] {
    const saved = member(this.all(), key);
    return Array.isArray(saved) ? saved.flatMap((one) => readWatch(one) ?? []) : [];
  }

  /** Adds a watch, or puts it in place of the one of the same folder. */
  put(key: string, watch: RememberedWatch): void {
    this.write(key, putById(this.read(key), watch));
  }

  remove(key: string, id: string): void {
    this.write(
      key,
      this.read(key).filter((watch) => watch.id !== id),
    );
  }

  /** Forgets the watches of all connections but these. */
  keepOnly(keys: readonly string[]): void {
    const kept = Object.entries(this.all()).filter(([key]) => keys.includes(key));
    if (kept.length < Object.keys(this.all()).length) this.save(Object.fromEntries(kept));
  }

  private all(): Readonly<Record<string, unknown>> {
    const saved = this.memory.get(WATCHES);
    return isObject(saved) ? saved : {};
  }

  private write(key: string, watches: readonly RememberedWatch[]): void {
    this.save({ ...this.all(), [key]: watches.length === 0 ? undefined : watches });
  }

  private save(all: Readonly<Record<string, unknown>>): void {
    void this.memory.update(WATCHES, all);
  }
}

function readWatch(json: unknown): RememberedWatch | undefined {
  const id = textMember(json, "id");
  const notify = NOTIFY.find((word) => word === member(json, "notify"));
  return id === undefined ? undefined : { id, ended: member(json, "ended") === true, notify };
}
