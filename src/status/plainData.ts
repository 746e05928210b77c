import { types } from "node:util";
import { MAX_DEPTH, MAX_VALUES } from "../base/limits";

/** UTF-16 units of all copied texts and names together; what does not fit is left out. */
const MAX_UNITS = 30_000_000;

/** Names listed together, also of members that are left out: objects met after these are. */
const MAX_NAMES = 4 * MAX_VALUES;

/**
 * Copies a value that another extension passed in, which can be anything: getters and Proxies that throw, cycles, classes.
 * @returns data that JSON can express: null, booleans, numbers, texts, lists, and objects with their own enumerable
 * members. Anything else, unreadable, cyclic or too deep is undefined. Never throws, and reads a bounded number of members,
 * however many a Proxy has.
 */
export function plainData(value: unknown): unknown {
  return new PlainCopy().copy(value);
}

/** Makes one copy, and counts what it has copied. */
class PlainCopy {
  private values = 0;
  private units = 0;
  private names = 0;
  /** The objects being copied now, outermost first. */
  private readonly ancestors: object[] = [];

  copy(value: unknown): unknown {
    this.values += 1;
    switch (typeof value) {
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : undefined;
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
    if (this.names > MAX_NAMES) return undefined;
    // Not `Object.keys`, which asks a Proxy about each of its names. Nothing lists names one by one: `for…in` reads all
    // of them first, too.
    const names = attempt(() => (hasIndexedMembers(value) ? [] : Reflect.ownKeys(value)));
    if (!names) return undefined;
    this.names += names.length;
    // Without a prototype, `__proto__` is an ordinary name.
    const copy = Object.create(null) as Record<string, unknown>;
    for (const name of names) {
      if (!this.hasRoom) break;
      if (typeof name === "string" && this.reserve(name) && attempt(() => isEnumerable(value, name)) === true)
        copy[name] = this.copy(attempt(() => (value as Record<string, unknown>)[name]));
      // What is left out takes time, too, and may be met again and again.
      else this.values += 1;
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

/**
 * Binary data and boxed strings have a member for each byte or character. Asks a Proxy nothing: one with an endless chain
 * of prototypes would take a hundred thousand answers before `instanceof` gives up.
 */
function hasIndexedMembers(value: object): boolean {
  return ArrayBuffer.isView(value) || types.isStringObject(value);
}

function isEnumerable(value: object, name: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, name);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
