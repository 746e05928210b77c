import fc from "fast-check";
import { KNOWN_STATUSES } from "../../../src/status/status";
import type { AnalysisJson } from "./oracle";

/** Every status that a server may write: known ones, other values, and nothing. */
const WRITTEN: readonly unknown[] = [
  ...KNOWN_STATUSES,
  "FINISHED",
  "FINISHED",
  "success",
  "ODD",
  "constructor",
  "__proto__",
  "",
  null,
  7,
];

const written = fc.constantFrom(...WRITTEN);

/** Almost always done, so that folders with many analyses are done often enough. */
const settled = fc.oneof(
  { arbitrary: fc.constant("FINISHED"), weight: 30 },
  { arbitrary: fc.constantFrom("FAILED", "SUCCESS", "DECLINED", "finished", "ODD"), weight: 1 },
);
const running = fc.oneof(
  { arbitrary: settled, weight: 8 },
  { arbitrary: fc.constant("PROCESSING"), weight: 1 },
  { arbitrary: written, weight: 1 },
);
/** Mostly not begun, so that some folders have not begun at all. */
const waiting = fc.oneof(
  { arbitrary: fc.constantFrom("INITIAL", "initial"), weight: 50 },
  { arbitrary: running, weight: 1 },
);
const verdict = fc.oneof(
  { arbitrary: fc.constantFrom("SUCCESS", "DECLINED", "OPERATOR_REQUIRED"), weight: 20 },
  { arbitrary: written, weight: 1 },
);
/** Seconds from a small range, so that many coincide. */
const time = fc.option(fc.integer({ min: 0, max: 60 }), { freq: 20, nil: null });

/** @param group_id null if the server names no group */
function analysesOf(group_id: string | null, state: fc.Arbitrary<unknown>): fc.Arbitrary<AnalysisJson[]> {
  const json = fc.record({
    analysis_id: fc.uuid(),
    type: fc.constantFrom("QUALITY", "BIOMETRY", "documents", null),
    state,
    resolution_status: verdict,
    resolution: fc.option(verdict),
    group_id: fc.constant(group_id),
    time_created: time,
    time_updated: time,
    error_code: fc.option(fc.nat()),
  });
  return fc.array(json, { minLength: 1, maxLength: 5 });
}

/** Analyses in up to 50 named and 2 unnamed groups, in any order. */
export const analyses: fc.Arbitrary<AnalysisJson[]> = fc
  .tuple(fc.nat({ max: 50 }), fc.nat({ max: 2 }), fc.constantFrom(settled, running, waiting))
  .chain(([named, unnamed, state]) =>
    fc.tuple(
      ...Array.from({ length: named }, (_, index) => analysesOf(`group-${index}`, state)),
      ...Array.from({ length: unnamed }, () => analysesOf(null, state)),
    ),
  )
  .map((groups) => groups.flat())
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

/** A folder as a server may send it. */
export const folderJson = fc.record({
  resolution_status: written,
  system_resolution: written,
  operator_status: written,
  time_created: time,
  time_updated: time,
  analyses,
});

/** Short IDs that look like generated ones, or are invalid Unicode. */
export const anyId = fc.oneof(
  fc.constantFrom(
    ...["inferred-1", "inferred-2", "group", "analysis", "a/analysis/b", "media", "a~2", "#", "#0", "#~2"],
    ...["\ud800", "\udc00", "%d800", "\ud83d\ude00", "1", "A", "a"],
  ),
  fc.string({ unit: fc.constantFrom("a", "/", "~", "2", "#", "%", "\ud800"), minLength: 1, maxLength: 4 }),
);

/** Any JSON value; mostly with member names that the resolver reads or that every object inherits. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, written, fc.double(), fc.string(), tie("list"), tie("object")),
  list: fc.oneof(fc.array(tie("value")), fc.sparseArray(tie("value"))),
  object: fc
    .array(
      fc.tuple(
        fc.constantFrom(
          ...[
            "analyses",
            "state",
            "resolution_status",
            "resolution",
            "system_resolution",
            "operator_status",
            "type",
            "group_id",
          ],
          ...["analysis_id", "time_created", "time_updated", "results_media", "results_data", "confs"],
          ...["source_media", "media_id", "min_confidence"],
          ...["error_code", "error_message", "confidence_spoofing", "__proto__", "constructor", "toString"],
        ),
        tie("value"),
      ),
      { maxLength: 12 },
    )
    .map((members) => Object.fromEntries(members)),
})).value;

/** @returns all texts in a JSON value, at any depth */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
