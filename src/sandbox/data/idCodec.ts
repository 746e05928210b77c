import { hash } from "./hash";

/** What an ID can identify. The index of the kind is encoded in the ID, so the order must not change. */
const KINDS = ["folder", "analysis", "media", "group", "user", "company", "collection", "person"] as const;
export type IdKind = (typeof KINDS)[number];

/** Identifies a folder. */
export interface FolderRef {
  /** Whether it has arrived after the epoch. */
  readonly live: boolean;
  /** Counts from the newest static folder, or from the first arrived one. */
  readonly index: number;
}

export interface IdParts extends FolderRef {
  readonly kind: IdKind;
  /** The index among the objects of its kind in the folder; below 256. */
  readonly ordinal: number;
}

const HALF = 2 ** 24;
const ROUNDS = 4;

/**
 * Reads a UUID as Python does: in any case, with dashes anywhere or nowhere, in braces, after `urn:uuid:`.
 * @returns it in lower case with dashes; undefined for anything else
 */
export function readUuid(text: string): string | undefined {
  const digits = text
    .replace(/urn:|uuid:/g, "")
    .replace(/^[{}]+|[{}]+$/g, "")
    .replaceAll("-", "")
    .toLowerCase();
  if (!/^[\da-f]{32}$/.test(digits)) return undefined;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** @returns a number that is unique to the folder: arrivals count from 1 */
export function folderKey({ live, index }: FolderRef): number {
  return live ? -index : index;
}

/**
 * Encodes kind, folder and ordinal in a UUID of version 4, so that objects are found by their IDs without a search. They
 * are 48 bits, encrypted with the seed as key; the other 74 bits are a checksum that rejects foreign IDs.
 */
export class IdCodec {
  constructor(private readonly seed: number) {}

  /** @returns the ID, in lower case with dashes */
  of(kind: IdKind, { live, index }: FolderRef, ordinal = 0): string {
    const head = (((KINDS.indexOf(kind) << 1) | Number(live)) << 8) | ordinal;
    const [left, right] = this.encrypt(head * 2 ** 12 + Math.floor(index / HALF), index % HALF);
    return this.write(left, right);
  }

  /** @returns what the ID identifies; undefined if it is not an ID of this sandbox */
  read(id: string): IdParts | undefined {
    const uuid = readUuid(id);
    if (uuid === undefined) return undefined;
    const head = uuid.replace("-", "");
    const left = Number.parseInt(head.slice(0, 6), 16);
    const right = Number.parseInt(head.slice(6, 12), 16);
    if (this.write(left, right) !== uuid) return undefined;
    const [high, low] = this.decrypt(left, right);
    const kind = KINDS[high >>> 21];
    if (kind === undefined) return undefined;
    const index = (high % 2 ** 12) * HALF + low;
    return { kind, live: ((high >>> 20) & 1) === 1, ordinal: (high >>> 12) & 0xff, index };
  }

  /** @returns a number that orders folders by their IDs: the first 48 bits, which are unique */
  rank({ live, index }: FolderRef): number {
    const head = Number(live) << 8;
    const [left, right] = this.encrypt(head * 2 ** 12 + Math.floor(index / HALF), index % HALF);
    return left * HALF + right;
  }

  private encrypt(high: number, low: number): [number, number] {
    let [left, right] = [high, low];
    for (let round = 0; round < ROUNDS; round++) [left, right] = [right, left ^ this.roundKey(right, round)];
    return [left, right];
  }

  private decrypt(high: number, low: number): [number, number] {
    let [left, right] = [high, low];
    for (let round = ROUNDS; round-- > 0;) [left, right] = [right ^ this.roundKey(left, round), left];
    return [left, right];
  }

  private roundKey(half: number, round: number): number {
    return hash(this.seed, round, half) >>> 8;
  }

  private write(left: number, right: number): string {
    const head = hex(left * HALF + right, 12);
    const check = [1, 2, 3].map((part) => hex(hash(this.seed, part, left, right), 8)).join("");
    const variant = "89ab".charAt(Number.parseInt(check.charAt(23), 16) % 4);
    const tail = `4${check.slice(0, 3)}-${variant}${check.slice(3, 6)}-${check.slice(6, 18)}`;
    return `${head.slice(0, 8)}-${head.slice(8)}-${tail}`;
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
