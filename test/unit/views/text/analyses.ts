/** Analyses as Oz API sends them, for the tests of sentences about them. */

/** @returns seconds after the epoch */
export const second = (clock: string): number => new Date(`2026-11-23T${clock}`).getTime() / 1000;
export const NOW = second("13:00:00") * 1000;
const posted = { group_id: "g", time_created: second("12:03:11"), time_updated: second("12:03:15") };
export const succeeded = { ...posted, type: "QUALITY", state: "FINISHED", resolution_status: "SUCCESS" };
export const declined = {
  ...posted,
  type: "BIOMETRY",
  state: "FINISHED",
  resolution_status: "DECLINED",
  results_data: { min_confidence: 0.41 },
  confs: { threshold_max: 0.85 },
};
/** Of a group that was posted later. */
export const again = {
  group_id: "h",
  time_created: second("12:05:00"),
  type: "QUALITY",
  state: "PROCESSING",
};
/** Of a third group. */
export const third = { ...again, group_id: "i" };
export const waiting = { ...again, state: "INITIAL" };
export const failed = {
  ...posted,
  type: "QUALITY",
  state: "FAILED",
  error_code: 11,
  error_message: "No face",
};
/** Face match asks for an operator. */
export const between = {
  ...declined,
  resolution_status: "OPERATOR_REQUIRED",
  results_data: { min_confidence: 0.8 },
  confs: { threshold_min: 0.75, threshold_max: 0.85 },
};
export const unresolved = { ...declined, resolution_status: null };
export const odd = { ...declined, resolution_status: "REVIEW" };
/** Makes an analysis one of a group that was posted and finished later. */
export const later = { group_id: "h", time_created: second("12:05:00"), time_updated: second("12:05:02") };

/** An analysis of a group without times. */
export const timeless = (one: object, group_id: string): object => ({
  ...one,
  group_id,
  time_created: null,
  time_updated: null,
});

/** A declined search in a collection. */
export const matched = (...values: number[]): object => ({
  ...declined,
  type: "COLLECTION",
  results_data: {},
  results_media: values.map((confidence) => ({ results_data: { confidence } })),
});
