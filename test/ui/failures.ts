import type { RootHookObject } from "mocha";
import { windows } from "./workbench/open";

/** After a test that failed, a picture of the window says more than the message. */
export const mochaHooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state !== "failed") return;
    const name = this.currentTest.fullTitle().replace(/\W+/g, "-");
    for (const window of windows) await window.screenshot(`failed-${name}`).catch(() => undefined);
  },
};
