import { window } from "vscode";
import { isLoopback, parseAddress } from "../oz/address";
import { askText, type Question } from "./askText";
import type { Command, Services } from "./services";
import { UserError } from "./userError";

const TITLE = "Sign In to Oz API";
const PASSWORD = "E-mail and password";
const TOKEN = "Access token";

/** Asks for the server, for the way to sign in, and for what that way needs; then connects. */
export const signIn: Command = async (services) => {
  const baseUrl = await askAddress(services);
  if (baseUrl === undefined) return;
  const way = await window.showQuickPick(
    [
      { label: PASSWORD, detail: "Of a user account. The password is not stored." },
      { label: TOKEN, detail: "Of a service account. Kept in VS Code's secret storage." },
    ],
    { title: TITLE, placeHolder: "How to sign in", ignoreFocusOut: true },
  );
  if (!way) return;
  const done =
    way.label === PASSWORD ? await askPassword(services, baseUrl) : await askToken(services, baseUrl);
  if (done) await services.views.list.focus();
};

function askAddress({ connections }: Services): Promise<string | undefined> {
  return askText({
    title: TITLE,
    prompt: "Address of the Oz API server",
    placeholder: "https://oz.example.com",
    value: connections.current?.baseUrl,
    step: 1,
    totalSteps: 3,
    accept: async (text, signal) => {
      const address = parseAddress(text);
      if ("problem" in address) throw new UserError(address.problem);
      await agreeToPlainHttp(address.baseUrl);
      await connections.check(address.baseUrl, signal);
      return address.baseUrl;
    },
  });
}

/** Without TLS everyone on the way can read the password and the faces' data: only the user may decide that. */
async function agreeToPlainHttp(baseUrl: string): Promise<void> {
  if (!baseUrl.startsWith("http:") || isLoopback(baseUrl)) return;
  const agreed = await window.showWarningMessage(
    `Connect to ${baseUrl} without encryption?`,
    {
      modal: true,
      detail: "Everyone between here and the server can read the password and what the server sends.",
    },
    "Connect",
  );
  if (!agreed) throw new UserError("Nothing was sent: use an address that begins with https://.");
}

async function askPassword(services: Services, baseUrl: string): Promise<boolean> {
  const email = await askText({
    ...lastStep("E-mail address"),
    accept: (text) => required(text.trim(), "an e-mail"),
  });
  if (email === undefined) return false;
  const done = await askText({
    ...lastStep(`Password of ${email}`),
    password: true,
    accept: async (text, signal) => {
      const password = required(text, "a password");
      await services.connections.signIn(baseUrl, { credentials: { email, password } }, signal);
      return true;
    },
  });
  return done ?? false;
}

async function askToken(services: Services, baseUrl: string): Promise<boolean> {
  const done = await askText({
    ...lastStep("Access token"),
    password: true,
    accept: async (text, signal) => {
      const accessToken = required(text.trim(), "an access token");
      await services.connections.signIn(baseUrl, { accessToken }, signal);
      return true;
    },
  });
  return done ?? false;
}

function lastStep(prompt: string): Omit<Question<never>, "accept"> {
  return { title: TITLE, prompt, step: 3, totalSteps: 3 };
}

function required(text: string, what: string): string {
  if (text === "") throw new UserError(`Type ${what}.`);
  return text;
}
