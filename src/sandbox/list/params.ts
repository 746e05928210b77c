import { invalidValue } from "../server/apiError";

/** Query parameters with all their values. */
export type Params = Readonly<Record<string, readonly string[]>>;

/** @returns the last value of a parameter, as the framework reads single values */
export function single(params: Params, name: string): string | undefined {
  return params[name]?.at(-1);
}

/** @returns the values of a parameter: repeated and comma-separated values mean the same (oz-api.md 4.4) */
export function several(params: Params, name: string): string[] | undefined {
  const values = params[name];
  return values && values.length > 0 ? values.join(",").split(",") : undefined;
}

/** @returns the value of a boolean parameter; false if it is invalid (oz-api.md 4.2, 4.4) */
export function isOn(params: Params, name: string): boolean {
  return ["1", "true", "yes", "y", "t", "on"].includes(single(params, name)?.toLowerCase() ?? "");
}

/** @returns a whole number as Python's `int` reads it, for example `-1` or `1_000`; undefined for anything else */
export function wholeNumber(text: string): number | undefined {
  return /^\s*[+-]?\d+(_\d+)*\s*$/.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}

/**
 * Imitates servers that do not support all parameters (oz-api.md 4.7). A name includes its variants: "folder_id" also
 * stands for "folder_id.exclude".
 * @returns the parameters without the ignored ones
 * @throws ApiError 4 for a refused one
 */
export function knownParams(
  params: Params,
  ignored: readonly string[] = [],
  refused: readonly string[] = [],
): Params {
  const isOneOf = (names: readonly string[], param: string): boolean =>
    names.includes(param.split(".")[0] ?? "");
  const bad = Object.keys(params).find((param) => isOneOf(refused, param));
  if (bad !== undefined) throw invalidValue(`Could not cast ${bad} as valid value`);
  return Object.fromEntries(Object.entries(params).filter(([param]) => !isOneOf(ignored, param)));
}
