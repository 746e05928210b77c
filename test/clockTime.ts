/**
 * A time of day on screen, for a regular expression. It stands after its day if that is not today: a run may pass
 * midnight, and what a sandbox has was made hours before.
 */
export const CLOCK_TIME = String.raw`(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d`;

/**
 * @param parts source of a regular expression, written as a template in which `CLOCK_TIME` may stand
 * @returns the regular expression
 */
export const withTimes = (parts: TemplateStringsArray, ...times: readonly string[]): RegExp =>
  new RegExp(String.raw(parts, ...times));
