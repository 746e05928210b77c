import { MAX_DEPTH, MAX_VALUES } from "../base/limits";

/** UTF-16 units of all copied texts and names together; what does not fit is left out. */
const MAX_UNITS = 30_000_000;

/**
 * Copies a value that another extension passed in, which can be anything: getters and Proxies that throw, cycles, classes.
 * @returns data that JSON can express: null, booleans, numbers, texts, lists, and objects with their own enumerable
 * members. Anything else, unreadable, cyclic or too deep is undefined. Never throws.
 */
export function plainData(value: unknown): unknown {
  return new PlainCopy().copy(value);
}

/** Makes one copy, and counts what it has copied. */
class PlainCopy {
  private values = 0;
  private units = 0;
  /** The objects being copied now, outermost first. */
  private readonly ancestors: object[] = [];

  copy(value: unknown): unknown {
    this.values += 1;
    switch (typeof value) {
      case "boolean":
      case "number":
        return value;
      case "string":
        return this.reserve(value) ? value : undefined;
      case "object":
        return value === null ? null : this.copyObject(value);
      default:
        return undefined;
    }
  }

  private copyObject(value: object): unknown {
    if (this.ancestors.length >= MAX_DEPTH || this.ancestors.includes(value)) return undefined;
    this.ancestors.push(value);
    // Even isArray throws for a revoked Proxy.
    const copy = attempt(() => Array.isArray(value)) ? this.copyList(value) : this.copyMembers(value);
    this.ancestors.pop();
    return copy;
  }

  private copyList(value: object): unknown[] {
    const length = attempt(() => (value as unknown[]).length);
    const copy: unknown[] = [];
    for (let index = 0; typeof length === "number" && index < length && this.hasRoom; index += 1)
      copy.push(this.copy(attempt(() => (value as unknown[])[index])));
    return copy;
  }

  private copyMembers(value: object): unknown {
    const names = attempt(() => (hasIndexedMembers(value) ? [] : Object.keys(value)));
    if (!names) return undefined;
    // Without a prototype, `__proto__` is an ordinary name.
    const copy = Object.create(null) as Record<string, unknown>;
    for (const name of names) {
      if (!this.hasRoom) break;
      if (this.reserve(name)) copy[name] = this.copy(attempt(() => (value as Record<string, unknown>)[name]));
    }
    return copy;
  }

  private get hasRoom(): boolean {
    return this.values < MAX_VALUES;
  }

  private reserve(text: string): boolean {
    if (this.units + text.length > MAX_UNITS) return false;
    this.units += text.length;
    return true;
  }
}

/** Binary data and boxed strings have a member for each byte or character. */
function hasIndexedMembers(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof String;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
