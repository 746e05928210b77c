import * as l10n from "@vscode/l10n";
import type { ConnectionManager } from "../../connections/connectionManager";
import { UserError } from "../command";
import { askText } from "../prompts/askText";
import type { QuestionFrame } from "../prompts/questionFrame";

/** A question for the name of a connection. */
export interface NameQuestion extends QuestionFrame {
  readonly prompt: string;
  /** The present name, or a proposal. */
  readonly value: string;
  /** The ID of the connection; undefined for a new one. */
  readonly id?: string;
}

/** @returns a name that no other connection has; undefined if cancelled */
export function askName(connections: ConnectionManager, question: NameQuestion): Promise<string | undefined> {
  return askText({
    ...question,
    placeholder: l10n.t({ message: "Name", comment: "Where the name of a connection is typed" }),
    accept: (text) => {
      const name = text.trim();
      if (name === "") throw new UserError(l10n.t("Enter a name."));
      if (connections.all.some((other) => other.id !== question.id && other.name === name))
        throw new UserError(l10n.t("Another connection has this name."));
      return name;
    },
  });
}
