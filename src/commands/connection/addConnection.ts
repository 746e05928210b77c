import * as l10n from "@vscode/l10n";
import type { QuickPickItem } from "vscode";
import { isAccount, serverAt, type SavedConnection } from "../../connections/savedConnection";
import { hostInWords } from "../../oz/http/hostInWords";
import { UserError, type Command, type Services } from "../command";
import { askPick } from "../prompts/askPick";
import { askSeries, type SeriesQuestion } from "../prompts/askSeries";
import { askText } from "../prompts/askText";
import { askAddress } from "./askAddress";
import { askName } from "./askName";
import { askSecret, SERVICE_ACCOUNT, type Account } from "./askSecret";

/** Whether to save the password; undefined for an access token instead. */
type SavePassword = boolean | undefined;

interface MethodItem extends QuickPickItem {
  readonly savePassword: SavePassword;
}

/** A new connection as far as it is known. */
interface Draft {
  readonly services: Services;
  /** The connections that there were at first. */
  readonly others: readonly SavedConnection[];
  /** "" if not yet known. */
  readonly baseUrl: string;
  readonly savePassword: SavePassword;
  /** "" if not yet known. */
  readonly email: string;
  readonly name: string;
}

/** Asks for the server, the sign-in method and the account, then signs in. */
export const addConnection: Command = async (services) => {
  const others = services.connections.all;
  const nothing: Draft = { services, others, baseUrl: "", savePassword: false, email: "", name: "" };
  if (await askSeries(l10n.t("Add Connection"), nothing, questionsFor)) await services.list.focus();
};

/** The secret comes last, as it signs in. */
function questionsFor(draft: Draft): readonly SeriesQuestion<Draft>[] {
  return [
    address,
    method,
    ...(accountOf(draft) === SERVICE_ACCOUNT ? [] : [email]),
    ...(needsName(draft) ? [name] : []),
    secret,
  ];
}

const address: SeriesQuestion<Draft> = async (draft, frame) => {
  const baseUrl = await askAddress(draft.services, frame);
  return baseUrl === undefined ? undefined : { ...draft, baseUrl };
};

const method: SeriesQuestion<Draft> = (draft, frame) => {
  const items: readonly MethodItem[] = [
    {
      label: l10n.t("Email and password"),
      detail: l10n.t("Asks for the password again when the session can't be renewed."),
      savePassword: false,
    },
    {
      label: l10n.t("Email and password, remembered"),
      detail: l10n.t("Saves the password in VS Code's secret storage and signs you in again."),
      savePassword: true,
    },
    {
      label: l10n.t("Access token"),
      detail: l10n.t("Of a service account. Saved in VS Code's secret storage."),
      savePassword: undefined,
    },
  ];
  const active = items.find(({ savePassword }) => savePassword === draft.savePassword);
  return askPick<MethodItem, Draft>({
    ...frame,
    placeholder: l10n.t("How to sign in"),
    ignoreFocusOut: true,
    items,
    ...(active && { active }),
    choiceOf: ({ savePassword }) => ({ ...draft, savePassword }),
  });
};

const email: SeriesQuestion<Draft> = (draft, frame) =>
  askText({
    ...frame,
    prompt: l10n.t("Email of your account on {0}", hostInWords(draft.baseUrl)),
    placeholder: "you@example.com",
    accept: (text) => ({ ...draft, email: readEmail(text.trim()) }),
  });

/** @throws UserError here, and not after the password, for what is no email: the email is the login */
function readEmail(text: string): string {
  if (!/.@./.test(text)) throw new UserError(l10n.t("Enter an email address like you@example.com."));
  return text;
}

const name: SeriesQuestion<Draft> = async (draft, frame) => {
  const { connections } = draft.services;
  const server = serverAt(draft.baseUrl);
  const account = accountOf(draft);
  const chosen = await askName(connections, {
    ...frame,
    prompt: l10n.t("Name of this connection; another one is already named {0}", server),
    value: connections.freeName(
      account === SERVICE_ACCOUNT
        ? l10n.t("Service account on {0}", server)
        : l10n.t({
            message: "{0} on {1}",
            args: [account.email, server],
            comment: "The name of a connection: an email, and the address of a server",
          }),
    ),
  });
  return chosen === undefined ? undefined : { ...draft, name: chosen };
};

const secret: SeriesQuestion<Draft> = async (draft, frame) => {
  const { services, baseUrl } = draft;
  const isNamed = needsName(draft);
  const saved = await askSecret(services, baseUrl, accountOf(draft), frame);
  if (saved && isNamed) await services.connections.rename(saved.id, { name: draft.name });
  return saved && draft;
};

function accountOf({ savePassword, email: ofUser }: Draft): Account {
  return savePassword === undefined ? SERVICE_ACCOUNT : { email: ofUser, savePassword };
}

/** Whether it would look like another connection. A known account is no new connection. */
function needsName({ others, savePassword, baseUrl, email: ofUser }: Draft): boolean {
  if (savePassword !== undefined && others.some((saved) => isAccount(saved, baseUrl, ofUser))) return false;
  return others.some((saved) => saved.name === serverAt(baseUrl));
}
