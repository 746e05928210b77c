import { MAX_QUOTED_NAME } from "../../base/limits";
import type { Scrubber } from "../../base/log/scrubber";
import { member, textMember } from "../../base/readJson";
import { quoteServerText } from "../http/quoteServerText";

/** Roles that see only their own folders, or whose access is not documented (section 10 of oz-api.md). */
const OWN_FOLDERS = new Set(["CLIENT", "CLIENT SERVICE"]);
const OF_COMPANY = new Set(["CLIENT ADMIN", "CLIENT OPERATOR"]);
const ALL = new Set(["ADMIN", "OPERATOR"]);

/**
 * Reads the role of an account from the reply to its sign-in. Since 6.0 it is one word; before, flags distinguished the kinds
 * of clients. It may be inside `user`.
 * @returns the role in upper case with spaces for underscores; undefined if the reply has none
 */
export function readRole(json: unknown, scrubber: Scrubber): string | undefined {
  const user = textMember(json, "user_type") === undefined ? member(json, "user") : json;
  const userType = textMember(user, "user_type");
  // Scrubbed first, because it is stored outside the secret storage.
  const type =
    userType &&
    quoteServerText(userType, MAX_QUOTED_NAME, scrubber)
      .replace(/[_\s]+/g, " ")
      .toUpperCase();
  if (type !== "CLIENT") return type;
  if (member(user, "is_admin") === true) return "CLIENT ADMIN";
  return member(user, "is_service") === true ? "CLIENT SERVICE" : type;
}

/** @returns whose folders a role may see; undefined for an unknown role */
export function foldersOfRole(role: string): "own" | "company" | "all" | undefined {
  if (OWN_FOLDERS.has(role)) return "own";
  if (OF_COMPANY.has(role)) return "company";
  return ALL.has(role) ? "all" : undefined;
}
