import * as l10n from "@vscode/l10n";
import { textMember } from "../base/readJson";
import { UserError } from "../commands/command";
import { parseId } from "../commands/target/askId";

/**
 * @param input of a tool
 * @returns its member `id`, as `parseId` returns it
 * @throws UserError if there is none
 */
export function idIn(input: unknown): string {
  const text = textMember(input, "id");
  if (text === undefined) throw new UserError(l10n.t("Give the ID of a folder or an analysis as “id”."));
  return parseId(text);
}
