import dns from "node:dns";

/** Why a name is not found now, as a code of Node: `ENOTFOUND`; undefined if it is found. */
type Failure = () => string | undefined;

const names = new Map<string, Failure>();
const realLookup = dns.lookup;

/**
 * Lets this process, and no other, find a name at 127.0.0.1, or fail to.
 * @returns gives the name back
 * @throws Error if it is taken
 */
export function takeName(name: string, failure: Failure): () => void {
  if (names.has(name)) throw new Error(`The name ${name} is taken.`);
  names.set(name, failure);
  dns.lookup = lookup as typeof dns.lookup;
  return () => {
    names.delete(name);
    if (names.size === 0) dns.lookup = realLookup;
  };
}

/** As `net` calls it. */
function lookup(
  name: string,
  options: dns.LookupOptions,
  callback: (error: Error | null, found?: string | dns.LookupAddress[], family?: number) => void,
): void {
  const failure = names.get(name);
  if (!failure) {
    realLookup(name, options, callback);
    return;
  }
  const code = failure();
  if (code !== undefined) {
    const facts = { code, syscall: "getaddrinfo", hostname: name };
    setImmediate(callback, Object.assign(new Error(`getaddrinfo ${code} ${name}`), facts));
  } else if (options.all) setImmediate(callback, null, [{ address: "127.0.0.1", family: 4 }]);
  else setImmediate(callback, null, "127.0.0.1", 4);
}
