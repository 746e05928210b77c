import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../../base/clock";
import { listNamed, type Memento } from "../../base/memento";
import { isObject, member, readNumber, textMember, type JsonObject } from "../../base/readJson";
import { SharedList } from "../../base/sharedList";
import { FINDING_CODES, type FindingCode } from "../../status/finding";
import { STATUSES, type Status } from "../../status/status";
import {
  SINCE,
  type FolderFilter,
  type MetaDataCondition,
  type NumberRange,
  type Period,
  type ScoreCondition,
} from "./folderFilter";

/** A filter with the name that the user gave it. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: FolderFilter;
}

/** The saved filters, shared by all windows and connections. */
export class SavedFilters {
  private readonly list: SharedList<SavedFilter>;

  constructor(memento: Memento, clock: Clock) {
    this.list = new SharedList(listNamed("ozInspector.filters", memento), KIND, clock);
  }

  /** @returns the saved filters sorted by name; those that this version cannot read stay saved */
  all(): readonly SavedFilter[] {
    return this.list.items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Whether there are no others. */
  get isReadable(): boolean {
    return this.list.isReadable;
  }

  /** Saves a filter, replacing one with the same name. */
  put(filter: SavedFilter): Promise<void> {
    return this.list.edit(filter.name, () => filter);
  }

  remove(name: string): Promise<void> {
    return this.list.edit(name, () => undefined);
  }

  /** See `SharedList.dispose`. */
  dispose(): void {
    this.list.dispose();
  }
}

const KIND = { read: readSaved, idOf: ({ name }: SavedFilter) => name };

/** @returns undefined also for a filter with a condition that this version does not know: it would match more folders */
function readSaved(json: unknown): SavedFilter | undefined {
  const name = textMember(json, "name");
  const filter = member(json, "filter");
  if (name === undefined || !isObject(filter)) return undefined;
  const read = readFilter(filter);
  return isSavedAs(read, filter) ? { name, filter: read } : undefined;
}

/** @returns whether nothing is lost of what was saved */
function isSavedAs(read: FolderFilter, saved: JsonObject): boolean {
  try {
    return isDeepStrictEqual(asSaved(read), asSaved(saved));
  } catch {
    // Nested too deeply for JSON.stringify.
    return false;
  }
}

/** What is saved of a value. */
function asSaved(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function readFilter(filter: JsonObject): FolderFilter {
  return {
    results: list(filter.results, readStatus),
    statuses: list(filter.statuses, readStatus),
    analyses: list(filter.analyses, readString),
    score: readScore(filter.score),
    timeTaken: isObject(filter.timeTaken) ? readRange(filter.timeTaken) : undefined,
    errorCodes: list(filter.errorCodes, readString),
    findings: list(filter.findings, readFinding),
    created: readPeriod(filter.created),
    metaData: list(filter.metaData, readCondition),
    text: typeof filter.text === "string" ? filter.text : undefined,
  };
}

function list<T>(value: unknown, read: (one: unknown) => T | undefined): readonly T[] | undefined {
  return Array.isArray(value) ? value.map(read).filter((one) => one !== undefined) : undefined;
}

const readString = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const readStatus = (value: unknown): Status | undefined => STATUSES.find((status) => status === value);

const readFinding = (value: unknown): FindingCode | undefined =>
  (Object.keys(FINDING_CODES) as FindingCode[]).find((code) => code === value);

function readRange({ from, below }: JsonObject): NumberRange {
  return { from: readNumber(from), below: readNumber(below) };
}

function readScore(json: unknown): ScoreCondition | undefined {
  if (!isObject(json) || typeof json.analysis !== "string") return undefined;
  const near = typeof json.near === "boolean" ? json.near : undefined;
  return { analysis: json.analysis, result: readStatus(json.result), ...readRange(json), near };
}

function readCondition(json: unknown): MetaDataCondition | undefined {
  const [key, value] = [member(json, "key"), member(json, "value")];
  return typeof key === "string" && typeof value === "string" ? { key, value } : undefined;
}

function readPeriod(json: unknown): Period | undefined {
  if (!isObject(json)) return undefined;
  const since = SINCE.find((start) => start === json.since);
  return since ? { since } : { from: readNumber(json.from), to: readNumber(json.to) };
}
