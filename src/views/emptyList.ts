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
      return `There are no folders to see: this account has the role ${name}, which sees its own folders only.`;
    case "company":
      return `There are no folders to see: this account has the role ${name}, which sees those of its company only.`;
    case "all":
      return `There are no folders yet: this account has the role ${name}, which sees those of all companies.`;
    default:
      return `There are no folders to see: this account has the role ${name}, which may not see those of others.`;
  }
}
