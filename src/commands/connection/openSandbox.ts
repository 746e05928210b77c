import * as l10n from "@vscode/l10n";
import { isLoopback, parseAddress } from "../../oz/http/address";
import { UserError, type Command } from "../command";

/**
 * Opens a sandbox, which has sample data.
 * @param argument the address of a sandbox that runs on this machine (`npm run sandbox`); if missing, one is started
 */
export const openSandbox: Command = async ({ connections, list }, argument) => {
  await list.showProgress(
    connections.openSandbox(typeof argument === "string" ? readAddress(argument) : undefined),
  );
  await list.focus();
};

/** Accepts this machine only, because the sandbox's account is public. */
function readAddress(text: string): string {
  const address = parseAddress(text);
  if ("problem" in address) throw new UserError(address.problem);
  if (!isLoopback(address.baseUrl))
    throw new UserError(l10n.t("A sandbox runs on this machine only. Use its address at 127.0.0.1."));
  return address.baseUrl;
}
