import { MOST_DEPTH, MOST_VALUES } from "../base/limits";

/** How many UTF-16 units of texts and names are copied: what comes after these is left out. */
const MOST_UNITS = 30_000_000;

/**
 * Copies what another extension handed over, which can be anything: getters and Proxies that throw, cycles, classes.
 * @returns data as JSON has it: null, booleans, numbers, texts, lists, and objects of their own enumerable members.
 * What is something else or cannot be read is undefined, and so is what lies in itself or too deep. Never throws.
 */
export function plainData(value: unknown): unknown {
  return new Copy().of(value);
}

/** One copy, and what it has cost so far. */
class Copy {
  private values = 0;
  private units = 0;
  /** What is being copied right now, from the outside in. */
  private readonly around: object[] = [];

  of(value: unknown): unknown {
    this.values += 1;
    switch (typeof value) {
      case "boolean":
      case "number":
        return value;
      case "string":
        return this.takes(value) ? value : undefined;
      case "object":
        return value === null ? null : this.ofObject(value);
      default:
        return undefined;
    }
  }

  private ofObject(value: object): unknown {
    if (this.around.length >= MOST_DEPTH || this.around.includes(value)) return undefined;
    this.around.push(value);
    // Even this question throws where a Proxy has been revoked.
    const copy = attempt(() => Array.isArray(value)) ? this.ofList(value) : this.ofMembers(value);
    this.around.pop();
    return copy;
  }

  private ofList(value: object): unknown[] {
    const length = attempt(() => (value as unknown[]).length);
    const copy: unknown[] = [];
    for (let index = 0; typeof length === "number" && index < length && this.hasRoom; index += 1)
      copy.push(this.of(attempt(() => (value as unknown[])[index])));
    return copy;
  }

  private ofMembers(value: object): unknown {
    const names = attempt(() => (hasEndlessNames(value) ? [] : Object.keys(value)));
    if (!names) return undefined;
    // Without a prototype, "__proto__" is a name like any other.
    const copy = Object.create(null) as Record<string, unknown>;
    for (const name of names) {
      if (!this.hasRoom) break;
      if (this.takes(name)) copy[name] = this.of(attempt(() => (value as Record<string, unknown>)[name]));
    }
    return copy;
  }

  private get hasRoom(): boolean {
    return this.values < MOST_VALUES;
  }

  private takes(text: string): boolean {
    if (this.units + text.length > MOST_UNITS) return false;
    this.units += text.length;
    return true;
  }
}

/** Of bytes and boxed texts every single one is a member, and none is a folder's. */
function hasEndlessNames(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof String;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
