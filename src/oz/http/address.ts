/** The address of a server, in the one form in which it is kept and compared. */
export interface Address {
  /** Without a slash and without `/api` at the end, for example `https://host/prefix`. */
  readonly baseUrl: string;
  /** Scheme, host and port. */
  readonly origin: string;
}

/** Why a text is no address: one sentence for the user. */
export interface AddressProblem {
  readonly problem: string;
}

/**
 * Reads the address of an Oz API as people paste it (section 18.13 of oz-api.md): with or without scheme, `/api`,
 * slashes, path prefix and blanks, in any case. Without a scheme it is https, but http for loopback.
 */
export function parseAddress(text: string): Address | AddressProblem {
  const pasted = text.trim();
  if (pasted === "")
    return { problem: "Type the address of the server, for example https://oz.example.com." };
  const scheme = /^([a-z][a-z0-9+.-]*):(?=\/\/|(?!\d))/i.exec(pasted)?.[1]?.toLowerCase();
  const rest = scheme === undefined ? pasted.replace(/^\/\//, "") : pasted.replace(/^[^:]*:\/*/, "");
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  if (authority.includes("@")) {
    return { problem: "Leave user name and password out of the address: they are asked for next." };
  }
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return { problem: `The address must begin with https:// (or http://), not with ${scheme}:.` };
  }
  if (rest.includes("?")) return { problem: "Leave out the question mark and what follows it." };
  if (rest.includes("#")) return { problem: "Leave out the # and what follows it." };

  const url = readUrl(scheme ?? "https", authority, rest);
  if (!url) return { problem: "That is not the address of a server; one looks like https://oz.example.com." };
  if (scheme === undefined && isLoopback(url.href)) {
    return parseAddress(`http://${rest}`);
  }
  // Not from the middle of such an end, which would take the square of its length.
  const path = url.pathname.replace(/(?<!\/(?:api)?)(?:\/(?:api)?)+$/i, "");
  return { baseUrl: `${url.origin}${path}`, origin: url.origin };
}

/** @returns whether the host of a URL is this machine: localhost, 127.0.0.0/8 or [::1] */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The URL parser of the platform is too kind: it drops line breaks, turns `\` into `/` and 8080 into 0.0.31.144. */
function readUrl(scheme: string, authority: string, rest: string): URL | undefined {
  if (rest.length > 2000 || /[\s\p{C}\\]/u.test(rest) || authority === "") return undefined;
  let url: URL;
  try {
    url = new URL(`${scheme}://${rest}`);
  } catch {
    return undefined;
  }
  const host = url.hostname;
  const isName = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/.test(host);
  if ((!isName && !host.startsWith("[")) || url.port === "0") return undefined;
  const isNumber = /^\d+\.\d+\.\d+\.\d+$/.test(host);
  return isNumber && authority.replace(/:\d*$/, "") !== host ? undefined : url;
}
