import { isLoopback, parseAddress } from "../../oz/http/address";
import type { Command } from "../services";
import { UserError } from "../userError";

/**
 * Connects to sample data.
 * @param argument the address of a sandbox that runs on this machine (`npm run sandbox`); without, one is started
 */
export const openSandbox: Command = async ({ connections, views }, argument) => {
  await views.list.showProgress(
    connections.openSandbox(typeof argument === "string" ? readAddress(argument) : undefined),
  );
  await views.list.focus();
};

/** The sandbox's account is known to all: it is shown to nobody but this machine. */
function readAddress(text: string): string {
  const address = parseAddress(text);
  if ("problem" in address) throw new UserError(address.problem);
  if (!isLoopback(address.baseUrl))
    throw new UserError("A sandbox runs on this machine: its host is 127.0.0.1.");
  return address.baseUrl;
}
