import { ValuesByConnection, type Memento } from "../../base/memento";
import { isObject, member, readNumber, textMember } from "../../base/readJson";
import { readId } from "../../oz/model/id";
import { readFilter } from "../filter/readFilter";
import type { Wait } from "./wait";

/** Saves the wait for new folders of each connection, for this window alone. */
export class WaitMemory {
  private readonly values: ValuesByConnection;

  constructor(windowMemento: Memento) {
    this.values = new ValuesByConnection(windowMemento, "ozInspector.waits");
  }

  /** @returns undefined if there is none, or this version cannot read it: a wait on a guess would watch what nobody wants */
  read(key: string): Wait | undefined {
    const saved = this.values.get(key);
    const json = member(saved, "filter");
    const filter = isObject(json) ? readFilter(json) : undefined;
    const [since, until] = ["since", "until"].map((name) => readNumber(member(saved, name)));
    if (!filter || since === undefined || until === undefined) return undefined;
    return {
      filter,
      name: textMember(saved, "name"),
      once: member(saved, "once") === true,
      since,
      until,
      before: readIds(member(saved, "before")),
      arrived: readIds(member(saved, "arrived")),
    };
  }

  /** @param wait undefined for none any more */
  save(key: string, wait: Wait | undefined): void {
    this.values.set(key, wait);
  }

  /** Forgets the waits of all other connections. */
  keepOnly(keys: readonly string[]): void {
    this.values.keepOnly(keys);
  }
}

function readIds(json: unknown): readonly string[] {
  const texts = Array.isArray(json) ? json.filter((one) => typeof one === "string") : [];
  return texts.flatMap((text) => readId(text) ?? []);
}
