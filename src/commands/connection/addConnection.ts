import { window } from "vscode";
import { hostInWords } from "../../oz/http/hostInWords";
import { askAddress } from "../prompts/askAddress";
import { askSecret, required, TOKEN, type Account } from "../prompts/askSecret";
import { askText } from "../prompts/askText";
import type { Command } from "../services";

const TITLE = "Add Connection";

const WAYS = [
  {
    label: "Email and password",
    detail: "The password is not kept: you are asked again when the session cannot be renewed.",
    keepPassword: false,
  },
  {
    label: "Email and password, remembered",
    detail: "The password is kept in VS Code's secret storage, to sign in again by itself.",
    keepPassword: true,
  },
  {
    label: "Access token",
    detail: "Of a service account. Kept in VS Code's secret storage.",
    keepPassword: undefined,
  },
] as const;

/** Asks for the server, for the way to sign in, and for what that way needs; then connects. */
export const addConnection: Command = async (services) => {
  const baseUrl = await askAddress(services, { title: TITLE, step: 1, totalSteps: 3 });
  if (baseUrl === undefined) return;
  const account = await askAccount(baseUrl);
  if (account === undefined) return;
  if (await askSecret(services, baseUrl, account, { title: TITLE, step: 3, totalSteps: 3 }))
    await services.views.list.focus();
};

async function askAccount(baseUrl: string): Promise<Account | undefined> {
  const way = await window.showQuickPick(WAYS, {
    title: `${TITLE} (2/3)`,
    placeHolder: "How to sign in",
    ignoreFocusOut: true,
  });
  if (way?.keepPassword === undefined) return way && TOKEN;
  const email = await askText({
    title: TITLE,
    step: 3,
    totalSteps: 3,
    prompt: `Email address of your account on ${hostInWords(baseUrl)}`,
    accept: (text) => required(text.trim(), "an email"),
  });
  return email === undefined ? undefined : { email, keepPassword: way.keepPassword };
}
