import assert from "node:assert/strict";
import { readFolder } from "../../../src/oz/model/folder";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysisInWords } from "../../../src/views/text/analysisText";
import { analysesInWords, folderLabel, resultInWords } from "../../../src/views/text/folderText";
import { age, exactTime, timeOfDay } from "../../../src/views/text/formatTime";

describe("age", () => {
  const cases: [number, string][] = [
    [-5_000, "just now"],
    [59_999, "just now"],
    [60_000, "1m ago"],
    [3_599_999, "59m ago"],
    [3_600_000, "1h ago"],
    [86_400_000 * 3, "3d ago"],
    [86_400_000 * 400, "400d ago"],
  ];
  for (const [passed, words] of cases) {
    it(`${passed} ms: ${words}`, () => assert.equal(age(1e12, 1e12 + passed), words));
  }
});

describe("exact times", () => {
  it("are local and sort as text", () => {
    const moment = new Date(2026, 10, 3, 4, 5, 6).getTime();
    assert.equal(exactTime(moment), "2026-11-03 04:05:06");
    assert.equal(timeOfDay(moment), "04:05:06");
    assert.equal(typeof timeOfDay(-8.64e15 + 1e9), "string");
  });
});

describe("the words of a folder", () => {
  const folder = (more: object) =>
    readFolder({ folder_id: "7e7e7e7e-0000-4000-8000-000000000001", ...more })!;

  it("is called by the first metadata key that it has, else by its id", () => {
    const one = folder({ meta_data: { order: 17, name: "Анна", empty: " ", list: [1] } });
    assert.equal(folderLabel(one, []), "7e7e7e7e");
    assert.equal(folderLabel(one, ["missing", "empty", "list", "name", "order"]), "Анна");
    assert.equal(folderLabel(one, ["order"]), "17");
    assert.equal(folderLabel(one, ["constructor", "toString"]), "7e7e7e7e");
    assert.doesNotMatch(folderLabel(folder({ meta_data: { k: "$(alert)" } }), ["k"]), /\$\(/);
  });

  it("says what the result was before something ran again, and what is computed", () => {
    const settled = { group_id: "a", time_updated: 1, state: "FINISHED", resolution_status: "DECLINED" };
    const running = { group_id: "b", time_updated: 2, state: "PROCESSING" };
    const words = { resolution_status: "PROCESSING", system_resolution: "PROCESSING" };
    assert.equal(
      resultInWords(resolveFolder({ ...words, analyses: [settled, running] })),
      "Processing, was Declined",
    );
    assert.equal(resultInWords(resolveFolder({ analyses: [settled] })), "Declined (computed)");
    assert.equal(resultInWords(resolveFolder({ system_resolution: "success" })), "Success");
  });

  it("counts analyses, and admits when they were not read", () => {
    assert.equal(analysesInWords(resolveFolder({ analyses: [{}] })), "1 analysis");
    assert.equal(analysesInWords(resolveFolder({ analyses: [] })), "no analyses");
    assert.equal(analysesInWords(resolveFolder({})), "analyses unknown");
    const many = resolveFolder({ analyses: Array<object>(1234).fill({}) });
    assert.equal(analysesInWords(many), "1,234 analyses", "also those that are not shown");
  });
});

describe("the words of an analysis", () => {
  const words = (json: object): string => {
    const [group] = resolveFolder({ analyses: [json] }).groups;
    return analysisInWords(group!.analyses[0]!);
  };

  it("tell the deciding score against its threshold", () => {
    const match = { type: "BIOMETRY", state: "FINISHED", resolution_status: "DECLINED" };
    const scored = { ...match, results_data: { min_confidence: 0.412345 } };
    assert.equal(words(match), "Declined");
    assert.equal(words(scored), "Declined · 0.412");
    assert.equal(words({ ...scored, confs: { threshold_max: 0.85 } }), "Declined · 0.412, threshold 0.85");
    const liveness = [{ results_data: { confidence_spoofing: 0.06 } }];
    assert.equal(
      words({ type: "quality", state: "FINISHED", resolution_status: "SUCCESS", results_media: liveness }),
      "Success · 0.06",
    );
  });

  it("tell why it failed", () => {
    assert.equal(
      words({ state: "FAILED", error_code: 3, error_message: "No face\nfound" }),
      "Failed · No face found",
    );
  });
});
