import { foldersOfRole } from "../oz/role";
import { plainText } from "../status/plainText";

/**
 * Says what an empty list may have to do with the role of the account.
 * @param role in the server's words
 */
export function emptyListText(role: string): string {
  const name = plainText(role, 40);
  switch (foldersOfRole(role)) {
    case "own":
      return `This account has the role ${name}, which sees its own folders only.`;
    case "company":
      return `This account has the role ${name}, which sees the folders of its company only.`;
    case "all":
      return `This account has the role ${name}, which sees the folders of all companies.`;
    default:
      return `This account has the role ${name}, which may not be allowed to see the folders of others.`;
  }
}
