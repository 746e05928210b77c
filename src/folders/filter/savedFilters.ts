import type { Memento } from "../../base/memento";
import { isObject, member, textMember } from "../../base/readJson";
import { STATUSES, type Status } from "../../status/status";
import { SINCE, type FolderFilter, type MetaDataCondition, type Period } from "./folderFilter";

/** A filter with the name that the user gave it. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: FolderFilter;
}

const FILTERS = "ozInspector.filters";

/** The saved filters, shared by all windows and connections. */
export class SavedFilters {
  constructor(private readonly memento: Memento) {}

  /** @returns the saved filters sorted by name; unreadable ones are skipped */
  all(): readonly SavedFilter[] {
    const saved = this.memento.get(FILTERS);
    const read = Array.isArray(saved) ? saved.flatMap((one) => readSaved(one) ?? []) : [];
    return read.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Saves a filter, replacing one with the same name. */
  async put(filter: SavedFilter): Promise<void> {
    await this.write([...this.without(filter.name), filter]);
  }

  async remove(name: string): Promise<void> {
    await this.write(this.without(name));
  }

  private without(name: string): readonly SavedFilter[] {
    return this.all().filter((saved) => saved.name !== name);
  }

  private async write(filters: readonly SavedFilter[]): Promise<void> {
    await this.memento.update(FILTERS, filters.length === 0 ? undefined : filters);
  }
}

function readSaved(json: unknown): SavedFilter | undefined {
  const name = textMember(json, "name");
  const filter = member(json, "filter");
  if (name === undefined || !isObject(filter)) return undefined;
  return {
    name,
    filter: {
      results: list(filter.results, readStatus),
      statuses: list(filter.statuses, readStatus),
      analyses: list(filter.analyses, (one) => (typeof one === "string" ? one : undefined)),
      created: readPeriod(filter.created),
      metaData: list(filter.metaData, readCondition),
      text: textMember(filter, "text"),
    },
  };
}

function list<T>(value: unknown, read: (one: unknown) => T | undefined): readonly T[] | undefined {
  return Array.isArray(value) ? value.map(read).filter((one) => one !== undefined) : undefined;
}

const readStatus = (value: unknown): Status | undefined => STATUSES.find((status) => status === value);

function readCondition(json: unknown): MetaDataCondition | undefined {
  const key = textMember(json, "key");
  const value = textMember(json, "value");
  return key === undefined || value === undefined ? undefined : { key, value };
}

function readPeriod(json: unknown): Period | undefined {
  const since = SINCE.find((start) => start === member(json, "since"));
  if (since) return { since };
  const [from, to] = ["from", "to"].map((end) => member(json, end));
  if (typeof from !== "number" && typeof to !== "number") return undefined;
  return {
    from: typeof from === "number" ? from : undefined,
    to: typeof to === "number" ? to : undefined,
  };
}
