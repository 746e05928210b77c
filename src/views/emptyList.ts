import { plainText } from "../base/plainText";
import { foldersOfRole } from "../oz/model/role";

/**
 * Says what an empty list may have to do with the role of the account.
 * @param role in the server's words
 */
export function emptyListText(role: string): string {
  const name = plainText(role, 40);
  switch (foldersOfRole(role)) {
    case "own":
      return `No folders are visible: this account has the role ${name}, which sees only its own folders.`;
    case "company":
      return `No folders are visible: this account has the role ${name}, which sees only its company's folders.`;
    case "all":
      return `There are no folders yet: this account has the role ${name}, which sees the folders of all companies.`;
    default:
      return `No folders are visible: this account has the role ${name}, which may lack permission to see others' folders.`;
  }
}
