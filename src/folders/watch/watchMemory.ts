import { type Memento, putById } from "../../base/memento";
import { isObject, member, textMember } from "../../base/readJson";

/** When to notify the user that a watched folder has ended. */
export const NOTIFY = ["always", "problems", "never"] as const;
export type Notify = (typeof NOTIFY)[number];

/** A watched folder as it is saved. */
export interface SavedWatch {
  readonly id: string;
  /** Whether its end was reported. */
  readonly ended: boolean;
  /** The user's choice for this folder; undefined if the setting applies. */
  readonly notify?: Notify | undefined;
}

const WATCHES = "ozInspector.watches";

/** Saves the watched folders of each connection. Other windows write them too, so each change reads them first. */
export class WatchMemory {
  constructor(private readonly memento: Memento) {}

  /** @returns the watched folders of a connection; unreadable ones are skipped */
  read(key: string): readonly SavedWatch[] {
    const saved = member(this.all(), key);
    return Array.isArray(saved) ? saved.flatMap((one) => readWatch(one) ?? []) : [];
  }

  /** Saves a watch, replacing that of the same folder. */
  put(key: string, watch: SavedWatch): void {
    this.write(key, putById(this.read(key), watch));
  }

  remove(key: string, id: string): void {
    this.write(
      key,
      this.read(key).filter((watch) => watch.id !== id),
    );
  }

  /** Deletes the watches of all other connections. */
  keepOnly(keys: readonly string[]): void {
    const kept = Object.entries(this.all()).filter(([key]) => keys.includes(key));
    if (kept.length < Object.keys(this.all()).length) this.save(Object.fromEntries(kept));
  }

  private all(): Readonly<Record<string, unknown>> {
    const saved = this.memento.get(WATCHES);
    return isObject(saved) ? saved : {};
  }

  private write(key: string, watches: readonly SavedWatch[]): void {
    this.save({ ...this.all(), [key]: watches.length === 0 ? undefined : watches });
  }

  private save(all: Readonly<Record<string, unknown>>): void {
    void this.memento.update(WATCHES, all);
  }
}

function readWatch(json: unknown): SavedWatch | undefined {
  const id = textMember(json, "id");
  const notify = NOTIFY.find((choice) => choice === member(json, "notify"));
  return id === undefined ? undefined : { id, ended: member(json, "ended") === true, notify };
}
