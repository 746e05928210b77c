import type { Command } from "../services";

/** Shows all folders again. */
export const clearFilter: Command = ({ folders }) => folders.filter.set(undefined);
