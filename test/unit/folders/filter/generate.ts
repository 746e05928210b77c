import fc from "fast-check";
import { ExactNumber } from "../../../../src/base/exactNumber";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { KNOWN_STATUSES, STATUSES } from "../../../../src/status/status";

type Json = Readonly<Record<string, unknown>>;
const DAY = 86_400_000;
/** Everything generated happens around this time, in epoch milliseconds. */
export const THEN = Date.UTC(2026, 10, 22, 12);

const status = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...KNOWN_STATUSES) },
  fc.constantFrom("declined", " SUCCESS ", "WEIRD", "", null, undefined, 7),
);
const key = fc.constantFrom("order_id", "a", "a.b", "b", "0", "-1", "1_0", "٤٢", "__proto__", "toString");
const value = fc.constantFrom(
  ...["42", "x", "Ünï", "a==b", "a,b", "null", "true", "1 < 2", "", "{}", "X y", "42.0", "1e-7", "-0", "007"],
);
const numbers = [42, 0, -1.5, 1e-7, new ExactNumber("9007199254740993"), new ExactNumber("1e400")];
const leaf = fc.oneof(value, fc.constantFrom(...numbers, true, false, null));
/** Of metadata, as a user may write it. */
const typed = fc.oneof(
  value.filter((one) => one !== ""),
  fc.constantFrom("9007199254740993", "9007199254740992", "1.0e400", "-15e-1", "0.0000001", "0"),
);
const metaData: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf), fc.array(leaf))) },
  fc.constantFrom(null, undefined, "text", []),
);
const time = fc.oneof(
  fc.integer({ min: THEN - 3 * DAY, max: THEN + 3 * DAY }).map((at) => at / 1000),
  // As close together as analyses are, and around the time that Oz Forensics expects.
  fc.integer({ min: THEN / 1000, max: THEN / 1000 + 40 }),
);
/** Few, so that scores and thresholds meet, at the edges of ranges too. */
const score = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 20 }).map((part) => part / 20) },
  fc.constantFrom(0.449, 0.5001, -3, 7, "0.5", null),
);
const analysis = fc.record(
  {
    analysis_id: fc.uuid(),
    type: fc.constantFrom("QUALITY", "QUALITY", "biometry", "BLACKLIST", "NEW_TYPE", "", null),
    state: fc.oneof({ weight: 2, arbitrary: fc.constant("FINISHED") }, status),
    resolution_status: status,
    group_id: fc.constantFrom("one", "two", null),
    time_created: time,
    time_updated: time,
    error_code: fc.constantFrom(null, "", "NO_FACE", "=1+1", "__proto__", 404),
    confs: fc.record(
      { threshold_spoofing: score, threshold_max: score, threshold_min: score },
      { requiredKeys: [] },
    ),
    results_data: fc.record(
      { confidence_spoofing: score, min_confidence: score, confidence: score },
      { requiredKeys: [] },
    ),
    results_media: fc.array(
      fc.record({ results_data: fc.record({ confidence_spoofing: score, min_confidence: score }) }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

/** A folder as a server of any version might send it. */
export const folderJson: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    folder_id: fc.uuid(),
    time_created: time,
    resolution_status: status,
    system_resolution: status,
    meta_data: metaData,
    resolution_comment: fc.constantFrom(null, "[]", "Checked by Ünï"),
    analyses: fc.array(fc.oneof({ weight: 9, arbitrary: analysis }, fc.constantFrom(null, 1)), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ["folder_id"] },
);

const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 3 });
const edge = fc.constantFrom(undefined, 0.25, 0.5, 0.55);
const seconds = fc.integer({ min: 0, max: 40 }).map((count) => count * 1000);
const end = fc.integer({ min: THEN - 3 * DAY, max: THEN + 3 * DAY });

/** Most parts are missing, so that some folders match. */
const part = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, arbitrary);

/** Those of figures are rarer still: few folders meet them. */
const rarePart = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, arbitrary);

/**
 * @param conditions of metadata, some of which folders fulfil
 * @param text that occurs in some folders
 */
function filterOf(
  conditions: fc.Arbitrary<{ key: string; value: string }>,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<FolderFilter> {
  return fc.record({
    results: part(some(fc.constantFrom(...STATUSES))),
    statuses: part(some(fc.constantFrom(...STATUSES))),
    analyses: part(some(fc.constantFrom("Liveness", "Face match", "Collection", "NEW_TYPE", "Analysis"))),
    score: rarePart(
      fc.record(
        {
          analysis: fc.constantFrom("Liveness", "Face match", "Collection"),
          result: fc.constantFrom("SUCCESS", "DECLINED", "FAILED", undefined),
          from: edge,
          below: edge,
          near: fc.constantFrom(true, false, undefined),
        },
        { requiredKeys: ["analysis"] },
      ),
    ),
    timeTaken: rarePart(fc.record({ from: part(seconds), below: part(seconds) })),
    errorCodes: rarePart(some(fc.constantFrom("", "NO_FACE", "404"))),
    findings: rarePart(
      some(fc.constantFrom("analysisFailed", "unknownWord", "resultDiffers", "tooFewMedia")),
    ),
    created: part(fc.record({ from: part(end), to: part(end) })),
    metaData: part(fc.array(conditions, { maxLength: 2 })),
    text: part(text),
  });
}

export const anyFilter = filterOf(
  fc.record({ key, value: typed }),
  fc.constantFrom("ünï", "42", "X", "order", "-4", "no such"),
);

/** @returns filters that some of the folders match, given the JSON of all */
export function filtersOver(all: readonly Json[], now: number): fc.Arbitrary<FolderFilter> {
  const metaData = all.flatMap((json) => Object.entries((json.meta_data ?? {}) as Json));
  const texts = metaData.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const conditions = fc.oneof(
    fc.constantFrom(...texts).map(([key, value]) => ({ key, value })),
    fc.constantFrom(
      { key: "person_info.first_name", value: "Ada" },
      { key: "list.3.six", value: "6" },
      { key: "integer", value: "42" },
      { key: "nothing", value: "null" },
      { key: "amount", value: "1e2" },
      { key: "tiny", value: "0.0000001" },
      { key: "years.2024", value: "a number as a key" },
    ),
  );
  const pieces = fc.constantFrom(...texts).map(([, value]) => value.slice(1, 6));
  const at = fc.integer({ min: now - 40 * 86_400_000, max: now });
  const created = fc.oneof(
    fc.record({ from: at }),
    fc.record({ to: at }),
    fc.constantFrom({ since: "week" as const }, { since: "yesterday" as const }),
    fc.constant(undefined),
  );
  return fc
    .tuple(filterOf(conditions, pieces), created)
    .map(([filter, period]) => ({ ...filter, created: period }));
}
