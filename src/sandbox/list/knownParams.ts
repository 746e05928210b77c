import type { SandboxOptions } from "../options";
import { invalidValue } from "../server/errors";
import type { Params } from "./params";

/**
 * @returns the parameters that a server of some version knows (oz-api.md 4.7)
 * @throws ApiError 4 for one whose values it does not know
 */
export function knownParams(
  params: Params,
  { ignoredFilters = [], refusedFilters = [] }: Pick<SandboxOptions, "ignoredFilters" | "refusedFilters">,
): Params {
  const isOneOf = (names: readonly string[], name: string): boolean =>
    names.includes(name.split(".")[0] ?? "");
  const refused = Object.keys(params).find((name) => isOneOf(refusedFilters, name));
  if (refused !== undefined) throw invalidValue(`Could not cast ${refused} as valid value`);
  return Object.fromEntries(Object.entries(params).filter(([name]) => !isOneOf(ignoredFilters, name)));
}
