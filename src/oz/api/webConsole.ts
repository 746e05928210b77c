import { readLink } from "../model/readLink";

/** Stands in the template where the id of a folder belongs. */
const PLACEHOLDER = "{folder_id}";

/**
 * Says where the web console shows a folder. It has an address of its own, of which Oz API tells nothing.
 * @param template an address with `{folder_id}` in it, as the user wrote it
 * @param folderId goes where the placeholder stands, and nothing else does
 * @returns the address, or in words what is wrong with the template
 */
export function webConsoleLink(template: string, folderId: string): URL | { readonly problem: string } {
  if (template.trim() === "") return { problem: `is empty: give it an address with ${PLACEHOLDER} in it` };
  if (!template.includes(PLACEHOLDER))
    return { problem: `needs ${PLACEHOLDER} in it, where the id of the folder belongs` };
  const link = readLink(template.trim().replaceAll(PLACEHOLDER, encodeURIComponent(folderId)));
  return link ?? { problem: "must begin with https:// or http:// and have no user name, password or blanks" };
}
