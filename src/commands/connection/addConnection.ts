import { window } from "vscode";
import { isLoopback, parseAddress } from "../../oz/http/address";
import { hostInWords } from "../../oz/http/hostInWords";
import { UserError, type Command, type Services } from "../command";
import { askText } from "../prompts/askText";
import { askSecret, required, SERVICE_ACCOUNT, type Account } from "./askSecret";

const TITLE = "Add Connection";

const METHODS = [
  {
    label: "Email and password",
    detail: "The password is not saved. You are asked for it again when the session can't be renewed.",
    savePassword: false,
  },
  {
    label: "Email and password, remembered",
    detail: "The password is saved in VS Code's secret storage and signs you in again automatically.",
    savePassword: true,
  },
  {
    label: "Access token",
    detail: "Of a service account. Saved in VS Code's secret storage.",
    savePassword: undefined,
  },
] as const;

/** Asks for the server, the sign-in method and the account, then signs in. */
export const addConnection: Command = async (services) => {
  const baseUrl = await askAddress(services);
  if (baseUrl === undefined) return;
  const account = await askAccount(baseUrl);
  if (account === undefined) return;
  if (await askSecret(services, baseUrl, account, { title: TITLE, step: 3, totalSteps: 3 }))
    await services.list.focus();
};

/**
 * Asks for the address of a server until an Oz API answers there. No credentials are sent.
 * @returns the address as `parseAddress` returns it; undefined if cancelled
 */
function askAddress({ connections }: Services): Promise<string | undefined> {
  return askText({
    title: TITLE,
    step: 1,
    totalSteps: 3,
    prompt: "Address of the Oz API server",
    placeholder: "https://oz.example.com",
    accept: async (text, signal) => {
      const address = parseAddress(text);
      if ("problem" in address) throw new UserError(address.problem);
      await agreeToPlainHttp(address.baseUrl);
      await connections.check(address.baseUrl, signal);
      return address.baseUrl;
    },
  });
}

/** Without TLS anyone on the network path can read the password and biometric data: only the user may accept that. */
async function agreeToPlainHttp(baseUrl: string): Promise<void> {
  if (!baseUrl.startsWith("http:") || isLoopback(baseUrl)) return;
  const agreed = await window.showWarningMessage(
    `Connect to http://${hostInWords(baseUrl)} without encryption?`,
    {
      modal: true,
      detail: "Anyone between here and the server can read the password and everything the server sends.",
    },
    "Connect",
  );
  if (!agreed) throw new UserError("Nothing was sent. Use an address that begins with https://.");
}

async function askAccount(baseUrl: string): Promise<Account | undefined> {
  const method = await window.showQuickPick(METHODS, {
    title: `${TITLE} (2/3)`,
    placeHolder: "How to sign in",
    ignoreFocusOut: true,
  });
  if (!method) return undefined;
  if (method.savePassword === undefined) return SERVICE_ACCOUNT;
  const email = await askText({
    title: TITLE,
    step: 3,
    totalSteps: 3,
    prompt: `Email of your account on ${hostInWords(baseUrl)}`,
    accept: (text) => required(text.trim(), "an email"),
  });
  return email === undefined ? undefined : { email, savePassword: method.savePassword };
}
