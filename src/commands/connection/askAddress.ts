import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { isLoopback, parseAddress } from "../../oz/http/address";
import { hostInWords } from "../../oz/http/hostInWords";
import { UserError, type Services } from "../command";
import { askText } from "../prompts/askText";
import type { QuestionFrame } from "../prompts/questionFrame";

/**
 * Asks for the address of a server until an Oz API answers there. No credentials are sent.
 * @returns the address as `parseAddress` returns it; undefined if cancelled
 */
export function askAddress({ connections }: Services, frame: QuestionFrame): Promise<string | undefined> {
  return askText({
    ...frame,
    prompt: l10n.t("Address of the Oz API server"),
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
    l10n.t("Connect to http://{0} without encryption?", hostInWords(baseUrl)),
    {
      modal: true,
      detail: l10n.t(
        "Anyone between here and the server can read the password and everything the server sends.",
      ),
    },
    l10n.t({ message: "Connect", comment: "A button, after “Connect to … without encryption?”" }),
  );
  if (!agreed) throw new UserError(l10n.t("Nothing was sent. Use an address that begins with https://."));
}
