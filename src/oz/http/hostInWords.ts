import { domainToUnicode } from "node:url";
import { oneLine } from "../../base/plainText";

/** What a question has room for. */
const LONGEST = 120;

/**
 * @param url of http or https, as `parseAddress` or `readLink` let it through
 * @returns its host as a question names it, with the port when it is not the usual one. Letters that are not ASCII may
 * look like others, so the name in which it is looked up stands first: `xn--bcher-kva.example (bücher.example)`. Of one
 * that is too long the end stays, which tells whose it is.
 */
export function hostInWords(url: string): string {
  const { host, hostname } = new URL(url);
  const letters = oneLine(domainToUnicode(hostname));
  return letters === hostname || letters === "" ? end(host) : `${end(host)} (${end(letters)})`;
}

function end(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `…${characters.slice(1 - LONGEST).join("")}`;
}
