import assert from "node:assert/strict";
import fc from "fast-check";
import { readFolder } from "../../../../src/oz/model/folder";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { explanation } from "../../../../src/views/explain/explanation";
import { knownIdHover } from "../../../../src/views/hover/idHover";
import { untoldFindings } from "../../../../src/views/text/untoldFindings";
import { verdict } from "../../../../src/views/text/verdict";
import { folderTooltips } from "../../../../src/views/tree/tooltip";
import { idOf } from "../../folders/build";
import { folderJson } from "../../status/arbitrary";
import { again, declined, failed, later, NOW, second, succeeded } from "./analyses";

/** @returns the folder's tooltip and explanation, without escapes */
function told(analyses: readonly object[], more: object = {}): readonly string[] {
  const folder = readFolder({ folder_id: idOf(1), analyses, ...more }, NOW)!;
  const { findings } = folder.resolution;
  const limits = () => ({ now: NOW, processingLimit: 0, usualTime: undefined });
  const tooltip = folderTooltips(() => findings, limits)(folder).value;
  return [tooltip, explanation(folder, findings, NOW)].map((text) =>
    text.replaceAll(/\\(?=[^a-z0-9\s])/gi, ""),
  );
}

/** How often a text is in another. */
const count = (text: string, part: string): number => text.split(part).length - 1;

const FAILURE = "Liveness failed with error 11: No face.";

describe("a failure", () => {
  for (const [name, analyses, more] of [
    ["that decides", [failed, { ...succeeded, type: "BIOMETRY" }], {}],
    ["that the server leaves out", [failed], { system_resolution: "SUCCESS" }],
    ["of the group before the running one", [failed, again], {}],
    ["of an earlier group, which the verdict does not explain", [failed, { ...declined, ...later }], {}],
  ] as const)
    it(`${name} is told once in the tooltip and in the explanation`, () => {
      for (const text of told(analyses, more)) assert.equal(count(text, FAILURE), 1, text);
    });

  it("is told once without an error", () => {
    const silent = { ...failed, error_code: null, error_message: null };
    for (const text of told([silent])) assert.equal(count(text, "Liveness failed."), 1, text);
  });

  it("is among the findings if the verdict only counts the failures", () => {
    const many = [11, 12, 13, 14].map((error_code) => ({ ...failed, error_code }));
    for (const text of told(many)) {
      assert.equal(count(text, "Liveness (4) failed."), 1, text);
      assert.equal(count(text, "failed with error 13: No face."), 1, text);
    }
  });

  it("is among the findings if another group has failed in the same words, with IDs and without", () => {
    for (const ids of [[idOf(2), idOf(3)], []]) {
      const [one, other] = [failed, { ...failed, ...later }].map((analysis, index) => ({
        ...analysis,
        analysis_id: ids[index],
      }));
      for (const text of told([one!, other!])) assert.equal(count(text, FAILURE), 2, text);
    }
  });

  it("is among the findings if the verdict is too long to be shown whole", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...again, type: `A type of our own ${index}` }));
    for (const text of told([failed, ...many])) assert.equal(count(text, FAILURE), 1, text);
  });

  it("is among the findings if it is of the group that is running", () => {
    const running = { ...again, group_id: "g", type: "BIOMETRY", time_created: second("12:03:11") };
    for (const text of told([failed, running])) assert.equal(count(text, FAILURE), 1, text);
  });

  it("is told by the lines of the analysis in the hover of its ID", () => {
    const analyses = [{ ...failed, analysis_id: idOf(2) }];
    const folder = readFolder({ folder_id: idOf(1), analyses }, NOW)!;
    const [analysis] = folder.resolution.groups[0]!.analyses;
    const { findings } = folder.resolution;
    const tooltip = () => assert.fail("the hover is that of the analysis");
    const [hover] = knownIdHover(
      idOf(2),
      { folder, analysis },
      { findings, tooltip, isWatched: false, now: NOW },
    );
    assert.equal(count(hover!.value, "No face"), 1, hover!.value);
  });

  it("is left out of the findings of any folder only if the verdict tells it", () => {
    let leftOut = 0;
    fc.assert(
      fc.property(folderJson, (json) => {
        const resolution = resolveFolder(json);
        const text = verdict(resolution, NOW);
        const kept = untoldFindings(resolution.findings, resolution, text);
        for (const { message } of resolution.findings.filter((finding) => !kept.includes(finding))) {
          leftOut += 1;
          const [type = "", error = ""] = message.replace(/[.!?…]$/, "").split(" failed");
          assert.ok(text.includes(error === "" ? type : `${type} failed${error}`), `${message} ${text}`);
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(leftOut > 0);
  });
});
