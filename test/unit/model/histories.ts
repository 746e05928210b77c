import fc from "fast-check";
import type { FolderFilter } from "../../../src/folders/filter/folderFilter";
import type { Ending } from "../../../src/sandbox/scenarios/scenario";
import type { Fault, Role } from "./modelServer";

/** Something that happens. A window is 0 or 1; `which` chooses among the folders that exist. */
export type Step =
  | { readonly do: "arrive"; readonly gaps: readonly number[] }
  | { readonly do: "again"; readonly which: number; readonly ends: Ending }
  | { readonly do: "remove" | "watch" | "unwatch"; readonly which: number; readonly window: number }
  | { readonly do: "pass"; readonly seconds: number }
  | { readonly do: "jump"; readonly window: number; readonly by: number }
  | { readonly do: "sleep"; readonly minutes: number }
  | { readonly do: "more" | "refresh" | "list" | "focus" | "reopen" | "search"; readonly window: number }
  | { readonly do: "filter"; readonly window: number; readonly filter: FolderFilter | undefined }
  | { readonly do: "fault"; readonly kind: Fault; readonly seconds: number; readonly retryAfter: number };

export interface History {
  readonly role: Role;
  readonly steps: readonly Step[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Servers of the framework, as configured or guessed, in any combination. */
const role: fc.Arbitrary<Role> = fc.record({
  options: fc
    .record({
      wholeSeconds: fc.boolean(),
      limits: fc.constantFrom({}, { maxLimit: 12 }, { maxLimit: 12, capsLimit: true }),
      timeFilters: fc.constantFrom("day" as const, "exact" as const),
      zone: fc.constantFrom(0, 0, 3 * HOUR, -5 * HOUR),
      unknownPathCode: fc.constantFrom(0 as const, 10 as const),
      dateSkew: fc.constantFrom(0, 0, 90_000, -30_000),
      refusedFilters: fc.constantFrom([], [], ["time_updated"]),
      ignoredFilters: fc.constantFrom([], [], ["time_updated"]),
    })
    .map(({ limits, ...options }) => ({ ...options, ...limits })),
  ahead: fc.constantFrom(0, 0, HOUR, -DAY),
  latency: fc.constantFrom(0, 0, 0, 700),
});

const which = fc.nat(15);
const window = fc.nat(1);
const filter = fc.constantFrom<(FolderFilter | undefined)[]>(
  undefined,
  { results: ["SUCCESS"] },
  { results: ["DECLINED", "FAILED"] },
  { statuses: ["PROCESSING"] },
  { metaData: [{ key: "example", value: "arrival: success" }] },
  { text: "tx-live-000003" },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("pass" as const), seconds: fc.integer({ min: 1, max: 20 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("arrive" as const),
      gaps: fc.array(fc.constantFrom(0, 0, 150, 900), { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("again" as const),
      which,
      ends: fc.constantFrom<Ending[]>("SUCCESS", "DECLINED", "FAILED", "PROCESSING"),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("watch", "watch", "unwatch"), which, window }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), which, window }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("more", "more", "refresh", "list", "focus", "reopen", "search"),
      window,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("filter" as const), window, filter }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("jump" as const),
      window,
      by: fc.constantFrom(HOUR, -HOUR, -30 * DAY, 90_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("sleep" as const), minutes: fc.constantFrom(1, 20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      kind: fc.constantFrom<Fault[]>("offline", "failing", "tooMany", "unauthorized", "lagging"),
      seconds: fc.constantFrom(1, 6, 30),
      retryAfter: fc.constantFrom(0, 5, 40),
    }),
  },
);

export const histories: fc.Arbitrary<History> = fc.record({
  role,
  steps: fc.array(step, { minLength: 5, maxLength: 20, size: "max" }),
});
