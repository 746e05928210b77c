import { window } from "vscode";
import { isLoopback, parseAddress } from "../../oz/http/address";
import { hostInWords } from "../../oz/http/hostInWords";
import type { Services } from "../services";
import { UserError } from "../userError";
import { askText, type Question } from "./askText";

/**
 * Asks for the address of a server until an Oz API answers there. No credentials are sent.
 * @returns the address as `parseAddress` gives it; undefined when the user gave none
 */
export function askAddress(
  { connections }: Services,
  frame: Pick<Question<never>, "title" | "step" | "totalSteps">,
): Promise<string | undefined> {
  return askText({
    ...frame,
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

/** Without TLS everyone on the way can read the password and the faces' data: only the user may decide that. */
async function agreeToPlainHttp(baseUrl: string): Promise<void> {
  if (!baseUrl.startsWith("http:") || isLoopback(baseUrl)) return;
  const agreed = await window.showWarningMessage(
    `Connect to http://${hostInWords(baseUrl)} without encryption?`,
    {
      modal: true,
      detail: "Everyone between here and the server can read the password and what the server sends.",
    },
    "Connect",
  );
  if (!agreed) throw new UserError("Nothing was sent: use an address that begins with https://.");
}
