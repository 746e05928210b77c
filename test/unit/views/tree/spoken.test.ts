import assert from "node:assert/strict";
import { OzError } from "../../../../src/oz/http/ozError";
import { readFolder } from "../../../../src/oz/model/folder";
import { AnalysisNode } from "../../../../src/views/tree/analysisNode";
import { FailureNode } from "../../../../src/views/tree/failureNode";
import { FolderNode } from "../../../../src/views/tree/folderNode";
import { GroupNode } from "../../../../src/views/tree/groupNode";
import { folderTooltips } from "../../../../src/views/tree/tooltip";
import type { TreeNode } from "../../../../src/views/tree/treeNode";
import { idOf } from "../../folders/build";
import { again, declined, NOW, odd, second, succeeded } from "../text/analyses";

describe("a row", () => {
  /** The row of a folder posted an hour before, watched. */
  function rowOf(json: object): FolderNode {
    const folder = readFolder({ folder_id: idOf(1), time_created: second("12:00:00"), ...json }, NOW)!;
    const now = (): number => NOW;
    const findings = () => folder.resolution.findings;
    const limits = () => ({ now: NOW, processingLimit: Infinity, usualTime: undefined });
    const tooltip = folderTooltips(findings, limits);
    return new FolderNode(folder, { labelKeys: () => [], isWatched: () => true, tooltip, findings, now });
  }

  function below<T extends TreeNode>(row: TreeNode, kind: new (...args: never) => T): readonly T[] {
    return row.children.flatMap((child) => [
      ...(child instanceof kind ? [child] : []),
      ...below(child, kind),
    ]);
  }

  const words = (row: TreeNode): readonly unknown[] => {
    const { label, description, accessibilityInformation } = row.item();
    return [`${label as string}: ${description as string}`, accessibilityInformation?.label];
  };

  it("of a folder speaks in full what it shows in short", () => {
    assert.deepEqual(words(rowOf({ system_resolution: "DECLINED", analyses: [succeeded, declined] })), [
      "7e7e7e7e: Declined · face 0.41 · 1h · watched",
      "Folder 7e7e7e7e, Declined, face 0.41, 1 hour ago, 2 analyses, watched",
    ]);
    assert.deepEqual(words(rowOf({ system_resolution: "INITIAL", analyses: [] })), [
      "7e7e7e7e: Initial · no analyses · 1h · watched",
      "Folder 7e7e7e7e, Initial, no analyses, 1 hour ago, watched",
    ]);
  });

  it("of a folder begins with the mark for findings, which is never cut off", () => {
    const [shown, spoken] = words(rowOf({ system_resolution: "SUCCESS", analyses: [declined] }));
    assert.equal(shown, "7e7e7e7e: ⚠ Success · 1h · watched");
    assert.match(String(spoken), /^Folder 7e7e7e7e, Success, \d findings?, 1 hour ago, 1 analysis, watched$/);
  });

  it("of an analysis speaks its threshold", () => {
    const [row] = below(rowOf({ analyses: [declined] }), AnalysisNode);
    assert.deepEqual(words(row!), [
      "Face match: Declined · 0.41",
      "Analysis Face match, Declined, 0.41, threshold 0.85",
    ]);
  });

  it("of a group speaks when it was posted and finished", () => {
    const [running, done] = below(rowOf({ analyses: [odd, again] }), GroupNode);
    assert.deepEqual(words(running!), [
      "Group 12:05:00: Processing",
      "Group posted at 12:05:00, Processing, 1 analysis",
    ]);
    assert.deepEqual(words(done!), [
      "Group 12:03:11: Unknown (REVIEW) · finished last",
      "Group posted at 12:03:11, Unknown (REVIEW), 1 analysis, finished last, at 12:03:15",
    ]);
  });

  it("of a failure speaks sentences", () => {
    const error = new OzError("offline", "oz.example cannot be reached.", {
      origin: "https://oz.example",
    });
    const since = Date.parse("2026-11-23T12:03:11Z");
    assert.deepEqual(words(new FailureNode({ error, since, retryAt: undefined }, () => NOW)), [
      "Server unreachable: since 12:03:11",
      "oz.example cannot be reached. Failing since 2026-11-23 12:03:11 UTC.",
    ]);
  });
});
