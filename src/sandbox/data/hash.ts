/** The finalizer of MurmurHash3. Similar inputs give very different outputs, and no two give the same. */
function mix32(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * @param values whole numbers below 2^53
 * @returns a pseudo-random whole number below 2^32, the same for the same values
 */
export function hash(...values: number[]): number {
  let bits = 0x9e3779b9;
  for (const value of values) {
    bits = mix32(bits ^ (value % 2 ** 32)) + Math.floor(value / 2 ** 32);
  }
  return mix32(bits);
}

/** @returns a pseudo-random number from 0 (inclusive) to 1 (exclusive), the same for the same values */
export function fraction(...values: number[]): number {
  return hash(...values) / 2 ** 32;
}

/** @returns a pseudo-random element, the same for the same values */
export function pick<T>(choices: readonly [T, ...T[]], ...values: number[]): T {
  return choices[hash(...values) % choices.length] ?? choices[0];
}
