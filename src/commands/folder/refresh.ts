import type { Command } from "../services";
import { requireConnection } from "../target/requireConnection";

/** Reads everything again that is on screen. What fails is said in the view, where the user looks. */
export const refresh: Command = async (services) => {
  requireConnection(services);
  await services.views.list.showProgress(services.folders.refresh());
};
