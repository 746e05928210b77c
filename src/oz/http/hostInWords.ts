import { domainToUnicode } from "node:url";
import { MAX_QUOTED_HOST } from "../../base/limits";
import { oneLine } from "../../base/plainText";

/** @returns the host of an origin, with its port unless that is the default */
export function hostOf(origin: string): string {
  return new URL(origin).host;
}

/**
 * Names a host for a question. Non-ASCII letters may imitate others, so the form that DNS uses comes first:
 * `xn--bcher-kva.example (bücher.example)`. A long host keeps its end, which tells who owns it.
 * @param url http or https, as `parseAddress` or `readLink` accept it
 * @returns the host, with its port unless that is the default
 */
export function hostInWords(url: string): string {
  const { host, hostname } = new URL(url);
  const letters = oneLine(domainToUnicode(hostname));
  const ascii = keepEnd(host, MAX_QUOTED_HOST);
  return letters === hostname || letters === "" ? ascii : `${ascii} (${keepEnd(letters, MAX_QUOTED_HOST)})`;
}

/** @returns the text if it is short enough, else `…` and its last characters */
export function keepEnd(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `…${characters.slice(1 - limit).join("")}`;
}
