import assert from "node:assert/strict";
import { KNOWN_STATUSES } from "../../../../src/status/status";
import { type AnalysisBody, type FolderBody, TestSandbox } from "../testSandbox";

const analysesOf = (folders: FolderBody[]): AnalysisBody[] =>
  folders.flatMap(({ analyses }) => analyses ?? []);

/** The score that decides: one attack or match is enough. */
function highest(media: AnalysisBody["results_media"], name: string): number | undefined {
  const scores = (media ?? []).flatMap(
    ({ results_data: data }) => (data as Record<string, number>)[name] ?? [],
  );
  return scores.length > 0 ? Math.max(...scores) : undefined;
}

/** All scenarios, and older folders. */
const everything = async (): Promise<FolderBody[]> =>
  (await new TestSandbox({ folders: 3000 }).list("limit=5000&with_analyses=true")).items;

describe("sandbox scores", () => {
  it("are given for all analysis types, on the right side of the thresholds", async () => {
    const items = await everything();
    const analyses = analysesOf(items);
    const isAskingNobody = ({ meta_data }: FolderBody): boolean =>
      meta_data?.example === "declined between the thresholds";
    const withoutOperator = new Set(analysesOf(items.filter(isAskingNobody)));
    for (const type of ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION"]) {
      assert.ok(
        analyses.some((analysis) => analysis.type === type),
        type,
      );
    }
    let scores = 0;
    for (const analysis of analyses) {
      const { type, resolution_status: result, results_data, results_media, confs } = analysis;
      if (type === "BIOMETRY" && results_data) {
        const score = results_data.min_confidence as number;
        const expected =
          score >= confs.threshold_max!
            ? "SUCCESS"
            : score >= confs.threshold_min! && !withoutOperator.has(analysis)
              ? "OPERATOR_REQUIRED"
              : "DECLINED";
        if (KNOWN_STATUSES.includes(result as never)) assert.equal(result, expected);
        scores++;
      }
      const spoofing = highest(results_media, "confidence_spoofing");
      if (spoofing !== undefined && (result === "SUCCESS" || result === "DECLINED")) {
        assert.equal(result, spoofing >= confs.threshold_spoofing! ? "DECLINED" : "SUCCESS");
        scores++;
      }
      const confidence = highest(results_media, "confidence");
      if (confidence !== undefined) {
        assert.equal(result, confidence >= confs.threshold_max! ? "DECLINED" : "SUCCESS");
      }
    }
    assert.ok(scores > 3000);
  });

  it("are missing for running and failed analyses; failed ones have an error", async () => {
    for (const analysis of analysesOf(await everything())) {
      const { state, results_data, results_media, error_code, error_message } = analysis;
      if (state === "PROCESSING" || state === "FAILED") {
        assert.deepEqual([results_data, results_media], [null, []]);
      }
      assert.equal(typeof error_code === "number" && typeof error_message === "string", state === "FAILED");
    }
  });
});
