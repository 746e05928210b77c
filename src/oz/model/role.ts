import type { Scrubber } from "../../base/log/scrubber";
import { member, textMember } from "../../base/readJson";
import { quoteServerText } from "../http/quoteServerText";

/** The roles that may see no more than their own folders, or of which nobody says what they see (section 10 of oz-api.md). */
const OWN_FOLDERS = new Set(["CLIENT", "CLIENT SERVICE"]);
const OF_COMPANY = new Set(["CLIENT ADMIN", "CLIENT OPERATOR"]);
const ALL = new Set(["ADMIN", "OPERATOR"]);

/**
 * Reads the role of an account from the reply to its log-in. Since 6.0 it is one word, before that flags told the
 * kinds of clients apart; it may stand in `user`.
 * @returns the role with blanks for underscores, in upper case; undefined when the reply names none
 */
export function readRole(json: unknown, scrubber: Scrubber): string | undefined {
  const user = textMember(json, "user_type") === undefined ? member(json, "user") : json;
  const said = textMember(user, "user_type");
  // Scrubbed as it came: it is kept outside of the store of secrets.
  const type =
    said &&
    quoteServerText(said, 40, scrubber)
      .replace(/[_\s]+/g, " ")
      .toUpperCase();
  if (type !== "CLIENT") return type;
  if (member(user, "is_admin") === true) return "CLIENT ADMIN";
  return member(user, "is_service") === true ? "CLIENT SERVICE" : type;
}

/** @returns whose folders a role may see, as a sentence says it; undefined for a role that is not known */
export function foldersOfRole(role: string): "own" | "company" | "all" | undefined {
  if (OWN_FOLDERS.has(role)) return "own";
  if (OF_COMPANY.has(role)) return "company";
  return ALL.has(role) ? "all" : undefined;
}
