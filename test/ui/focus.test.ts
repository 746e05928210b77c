import assert from "node:assert/strict";
import { useStage } from "./stage";
import { eventually } from "./workbench/eventually";

describe("a window without focus", () => {
  const stage = useStage({}, () => ({ recordRequests: true }));

  /** Waits for the next poll for changes; returns when it was seen. */
  async function nextPoll(): Promise<number> {
    const polls = (): number =>
      stage.sandbox.requests.filter(({ query }) => query.includes("time_updated")).length;
    const before = polls();
    await eventually("a poll", polls, (count) => count > before);
    return performance.now();
  }

  it("polls less often, and as before once focused again", async () => {
    const first = await nextPoll();
    const second = await nextPoll();
    await stage.workbench.setFocus(false);
    const third = await nextPoll();
    await stage.workbench.setFocus(true);
    const fourth = await nextPoll();
    const [focused, unfocused, again] = [second - first, third - second, fourth - third] as const;
    const seen = JSON.stringify({ focused, unfocused, again });
    assert.ok(unfocused > 2 * focused, seen);
    assert.ok(unfocused > 2 * again, seen);
  });
});
