import { ApiError, invalidValue } from "../server/apiError";
import { isOn, type Params, single, wholeNumber } from "./params";

export interface Paging {
  readonly offset: number;
  /** -1 for no limit. */
  readonly limit: number;
  readonly totalOmit: boolean;
}

/** What the server does about a high `limit`. */
export interface LimitRule {
  readonly max: number;
  /** Whether a higher limit, or none, is lowered to the highest without a word; otherwise only a higher one is refused. */
  readonly caps: boolean;
}

const DEFAULT_LIMIT = 100;

/**
 * Reads `offset`, `limit` and `total_omit` (oz-api.md 4.1, 4.2). Anything but a whole number counts as missing.
 * @throws ApiError 4 for a negative offset, a limit below -1, or one above the highest if that is refused; 12 for an offset
 * that the database cannot count to
 */
export function readPaging(params: Params, { max, caps }: LimitRule): Paging {
  const offset = wholeNumber(single(params, "offset") ?? "") ?? 0;
  if (offset < 0) throw invalidValue("Invalid offset value for pagination", "offset");
  if (offset >= 2 ** 63) throw new ApiError(12, "Database error occurred");
  const asked = wholeNumber(single(params, "limit") ?? "") ?? DEFAULT_LIMIT;
  if (asked < -1) throw invalidValue("Invalid limit value for pagination", "limit");
  if (asked > max && !caps) {
    throw invalidValue("Invalid limit value for pagination - exceed max available", "limit");
  }
  const limit = caps && (asked === -1 || asked > max) ? max : asked;
  return { offset, limit, totalOmit: isOn(params, "total_omit") };
}
