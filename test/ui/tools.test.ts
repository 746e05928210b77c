import assert from "node:assert/strict";
import { TOOL_IDS } from "../../src/ids";
import { shortId } from "../../src/oz/model/id";
import { useStage } from "./stage";

const HOSTILE = "](command:workbench.action.quit) <img src=x onerror=alert(1)> $(zap) **bold**";

describe("the question before a tool for agents runs", () => {
  const stage = useStage({}, () => ({ recordRequests: true }));

  const requestsFor = (id: string): number =>
    stage.sandbox.requests.filter(({ path }) => path.endsWith(id)).length;

  it("says what is sent where, and nothing is sent before", async () => {
    const { workbench, sandbox } = stage;
    const id = await sandbox.idAt(250);
    const before = requestsFor(id);
    const answer = workbench.extensionHost.callTool(TOOL_IDS.explainResult, { id });
    assert.equal(
      await workbench.dialog.text(),
      `Explain ${shortId(id)} in Sandbox?\nOz Inspector asks Sandbox for ${id}. The agent gets times, results, scores and findings, but neither metadata nor media.`,
    );
    await workbench.screenshot("tool-question");
    assert.equal(requestsFor(id), before);
    await workbench.dialog.press("Yes");
    assert.match(await answer, new RegExp(`"folder_id":"${id}"`));
    assert.equal(requestsFor(id), before + 1);
  });

  it("sends nothing if the user refuses", async () => {
    const { workbench, sandbox } = stage;
    const id = await sandbox.idAt(251);
    const before = requestsFor(id);
    const refused = assert.rejects(workbench.extensionHost.callTool(TOOL_IDS.lookUpFolder, { id }));
    await workbench.dialog.text();
    await workbench.dialog.press("Cancel");
    await refused;
    assert.equal(requestsFor(id), before);
  });

  it("shows what an agent passes as text", async () => {
    const { workbench } = stage;
    const input = { key: "order_id", value: HOSTILE };
    const refused = assert.rejects(workbench.extensionHost.callTool(TOOL_IDS.lookUpFolder, input));
    const text = await workbench.dialog.text();
    await workbench.screenshot("tool-question-hostile");
    assert.match(
      text,
      /have “\] \(command:workbench\.action\.quit\) <img src=x onerror=alert\(1\)> \$ \(zap\) \*\*bold\*\*” as order_id/,
    );
    await workbench.dialog.press("Cancel");
    await refused;
  });
});
