/** Lets promises run on whose values are there already. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
