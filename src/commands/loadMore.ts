import { requireConnection } from "./askId";
import type { Command } from "./services";

export const loadMore: Command = async (services) => {
  requireConnection(services);
  await services.views.list.showProgress(services.folders.reader.readMore());
};
