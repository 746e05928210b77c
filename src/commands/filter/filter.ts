import { FilteredFolders } from "../../folders/filter/filteredFolders";
import { isEmpty } from "../../folders/filter/folderFilter";
import { filterInWords } from "../../views/text/filterInWords";
import type { Command } from "../services";
import { requireConnection } from "../target/requireConnection";
import { editFilter } from "./editFilter";

/** Asks what to show of the folders, and looks for it. */
export const filter: Command = async (services) => {
  requireConnection(services);
  const { folders, views } = services;
  const chosen = await editFilter(services, folders.filter.current?.filter ?? {});
  if (!chosen) return;
  const { filter: wanted, name = filterInWords(wanted) } = chosen;
  const { store, reader } = folders;
  const filtered = isEmpty(wanted) ? undefined : new FilteredFolders(wanted, name, store, reader, Date.now());
  folders.filter.set(filtered);
  if (!filtered) return;
  await views.list.focus();
  await views.list.showProgress(filtered.searchMore());
};
