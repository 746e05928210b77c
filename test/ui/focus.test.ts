import assert from "node:assert/strict";
import { startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { Workbench } from "./workbench/workbench";

describe("a window without the focus", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 50, recordRequests: true });
    workbench = await openWorkbench();
    await signIn(workbench, sandbox.address);
    await workbench.view("ozInspector.folders").tree.waitFor("folders", (rows) => rows.length > 10);
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  /** Waits for the next question what has changed. */
  async function nextPoll(): Promise<number> {
    const polls = (): number => sandbox.requests.filter(({ query }) => query.includes("time_updated")).length;
    const before = polls();
    await eventually(
      "a poll",
      () => Promise.resolve(polls()),
      (count) => count > before,
      40_000,
    );
    return performance.now();
  }

  it("asks more rarely, and as before when it has it again", async function () {
    this.timeout(120_000);
    const first = await nextPoll();
    const second = await nextPoll();
    await workbench.setFocus(false);
    const third = await nextPoll();
    await workbench.setFocus(true);
    const fourth = await nextPoll();
    const [focused, unfocused, again] = [second - first, third - second, fourth - third] as const;
    const seen = JSON.stringify({ focused, unfocused, again });
    assert.ok(unfocused > 2 * focused, seen);
    assert.ok(unfocused > 2 * again, seen);
  });
});
