import type { Command } from "../services";
import { requireConnection } from "../target/requireConnection";

/** Reads the next folders of the list; with a filter, looks further for those that it lets through. */
export const loadMore: Command = async (services) => {
  requireConnection(services);
  const { filter, reader } = services.folders;
  await services.views.list.showProgress(filter.current?.searchMore() ?? reader.readMore());
};
