import type { RootHookObject } from "mocha";
import { windows } from "./workbench/open";
import { discardShared } from "./workbench/shared";

/** Takes a screenshot of every window after a failed test, and gives the next test a new window. */
export const mochaHooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state !== "failed") return;
    const name = this.currentTest.fullTitle().replace(/\W+/g, "-");
    for (const window of windows) await window.screenshot(`failed-${name}`).catch(() => undefined);
    await discardShared();
  },
};
