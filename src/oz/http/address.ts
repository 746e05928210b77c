import * as l10n from "@vscode/l10n";
/** The address of a server, in the form in which it is stored and compared. */
export interface Address {
  /** Without a final slash or `/api`, for example `https://host/prefix`. */
  readonly baseUrl: string;
  /** Scheme, host and port. */
  readonly origin: string;
}

/** Why a text is not an address, in one sentence for the user. */
export interface AddressProblem {
  readonly problem: string;
}

/** What precedes the last `/api` that ends an address or begins a request: a gateway's prefix may look like a request too. */
const BEFORE_REQUEST =
  /^([^?#]*)\/api(?:\/*$|\/(?:analyses|authorize|collections|companies|config|event_sessions|folders|instant|media|users|version)(?:[/?#]|$))/i;

/**
 * Reads the address of an Oz API as people paste it (section 18.13 of oz-api.md): with or without scheme, `/api`,
 * slashes, path prefix and whitespace, in any case; also the URL of a request, whose query may hold personal data and is
 * dropped. Without a scheme it is https, or http for loopback.
 */
export function parseAddress(text: string): Address | AddressProblem {
  const pasted = text.trim();
  if (pasted === "")
    return { problem: l10n.t("Enter the address of the server, for example https://oz.example.com.") };
  const scheme = /^([a-z][a-z0-9+.-]*):(?=\/\/|(?!\d))/i.exec(pasted)?.[1]?.toLowerCase();
  const all = scheme === undefined ? pasted.replace(/^\/\//, "") : pasted.replace(/^[^:]*:\/*/, "");
  const rest = BEFORE_REQUEST.exec(all)?.[1] ?? all;
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  if (authority.includes("@")) {
    return { problem: l10n.t("Remove the user name and password from the address: you enter them next.") };
  }
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return { problem: l10n.t("The address must begin with https:// or http://, not {0}:.", scheme) };
  }
  if (rest.includes("?")) return { problem: l10n.t("Remove the question mark and everything after it.") };
  if (rest.includes("#")) return { problem: l10n.t("Remove the # and everything after it.") };

  const url = readUrl(scheme ?? "https", authority, rest);
  if (!url) return { problem: l10n.t("Not the address of a server. Example: https://oz.example.com.") };
  if (scheme === undefined && isLoopback(url.href)) {
    return parseAddress(`http://${all}`);
  }
  // The lookbehind keeps this linear: without it, a match would start at each part of a long ending.
  const path = url.pathname.replace(/(?<!\/(?:api)?)(?:\/(?:api)?)+$/i, "");
  return { baseUrl: `${url.origin}${path}`, origin: url.origin };
}

/** @returns whether a URL's host is this machine: localhost, 127.0.0.0/8 or [::1] */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Rejects what `URL` would repair: it drops line breaks, and turns `\` into `/` and 8080 into 0.0.31.144. */
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
