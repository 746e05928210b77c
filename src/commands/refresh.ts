import { requireConnection } from "./askId";
import type { Command } from "./services";

/** Reads everything again that is on screen. What fails is said in the view, where the user looks. */
export const refresh: Command = async (services) => {
  requireConnection(services);
  services.poller.forgetFailures();
  await services.views.list.showProgress(services.folders.reader.readAgain());
};
