/** Query parameters, each with all the values it was given. */
export type Params = Readonly<Record<string, readonly string[]>>;

/** @returns the last value of a parameter, as the framework reads single ones */
export function single(params: Params, name: string): string | undefined {
  return params[name]?.at(-1);
}

/** @returns the values of a parameter, split at commas: repeating it means the same (oz-api.md 4.4) */
export function several(params: Params, name: string): string[] | undefined {
  const values = params[name];
  return values && values.length > 0 ? values.join(",").split(",") : undefined;
}

/** @returns whether a switch is on; anything unreadable is off (oz-api.md 4.2, 4.4) */
export function isOn(params: Params, name: string): boolean {
  return ["1", "true", "yes", "y", "t", "on"].includes(single(params, name)?.toLowerCase() ?? "");
}
