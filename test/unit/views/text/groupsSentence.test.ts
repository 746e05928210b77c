import assert from "node:assert/strict";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { verdict } from "../../../../src/views/text/verdict";
import {
  again,
  between,
  declined,
  failed,
  later,
  NOW,
  odd,
  second,
  succeeded,
  third,
  timeless,
  waiting,
} from "./analyses";

describe("the sentence about several groups", () => {
  const cases: [string, object, string][] = [
    [
      "the folder runs again",
      { analyses: [declined, again] },
      "Processing (computed), was Declined: Liveness is running. The running group was posted at 12:05:00. Before that: Face match 0.41, threshold 0.85.",
    ],
    [
      "the folder runs again, and the server still gives the result of before",
      { analyses: [declined, again], resolution_status: "PROCESSING", system_resolution: "DECLINED" },
      "Declined, running again: Liveness is running. The running group was posted at 12:05:00. Before that: Face match 0.41, threshold 0.85.",
    ],
    [
      "the folder runs after an unknown result",
      { analyses: [odd, again] },
      'Processing (computed), was Unknown (REVIEW): Liveness is running. The running group was posted at 12:05:00. Before that: Face match has the resolution_status "REVIEW".',
    ],
    [
      "the folder runs again, and the server gives another word",
      { analyses: [declined, again], system_resolution: "REVIEW" },
      "Unknown (REVIEW), says the server (system_resolution); its analyses give Processing: Liveness is running. The running group was posted at 12:05:00. Before that: Face match 0.41, threshold 0.85.",
    ],
    [
      "another group waits",
      { analyses: [declined, waiting] },
      "Processing (computed), was Declined: Liveness has not begun. The waiting group was posted at 12:05:00. Before that: Face match 0.41, threshold 0.85.",
    ],
    [
      "several groups run",
      { analyses: [again, third] },
      "Processing (computed): Liveness (2) are running. The running groups were posted at 12:05:00.",
    ],
    [
      "several groups wait",
      { analyses: [waiting, { ...third, state: "INITIAL" }] },
      "Initial (computed): Liveness (2) have not begun. The waiting groups were posted at 12:05:00.",
    ],
    [
      "another group was posted later",
      { analyses: [declined, { ...succeeded, ...later }] },
      "Success (computed): Liveness succeeded. The group posted at 12:05:00 finished last; an earlier group was declined.",
    ],
    [
      "a group was posted later but finished before",
      {
        analyses: [
          { ...declined, time_updated: second("12:10:00") },
          { ...succeeded, ...later },
        ],
      },
      "Declined (computed): Face match 0.41, threshold 0.85. The group posted at 12:03:11 finished last; a group posted later succeeded.",
    ],
    [
      "several groups had other results",
      {
        analyses: [
          declined,
          { ...declined, group_id: "f" },
          { ...failed, group_id: "e" },
          { ...succeeded, ...later },
        ],
      },
      "Success (computed): Liveness succeeded. The group posted at 12:05:00 finished last; an earlier group failed; 2 earlier groups were declined.",
    ],
    [
      "an earlier group asked for an operator",
      { analyses: [between, { ...succeeded, ...later }] },
      "Success (computed): Liveness succeeded. The group posted at 12:05:00 finished last; an earlier group asked for an operator.",
    ],
    [
      "an earlier group had an unknown result",
      { analyses: [odd, { ...succeeded, ...later }] },
      "Success (computed): Liveness succeeded. The group posted at 12:05:00 finished last; an earlier group gave Unknown (REVIEW).",
    ],
    [
      "the groups have no times",
      { analyses: [timeless(declined, "g"), timeless(succeeded, "h")] },
      "Declined (computed): Face match 0.41, threshold 0.85. Not every group says when it finished, so which was last is a guess; another group succeeded.",
    ],
    [
      "two groups finished together",
      { analyses: [declined, { ...succeeded, group_id: "h", time_created: second("12:03:12") }] },
      "Declined (computed): Face match 0.41, threshold 0.85. Several groups finished last, at 12:03:15, and the worst of them counts; one of them succeeded.",
    ],
  ];
  for (const [name, json, expected] of cases) {
    it(name, () => assert.equal(verdict(resolveFolder(json), NOW), expected));
  }

  it("has the date of a group that was not posted today", () => {
    const json = { analyses: [declined, again] };
    assert.match(
      verdict(resolveFolder(json), NOW + 86_400_000),
      /posted at 2026-11-23 12:05:00\. Before that: /,
    );
  });
});
