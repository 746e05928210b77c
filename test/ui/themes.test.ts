import assert from "node:assert/strict";
import { startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { openWorkbench } from "./workbench/open";
import { themes, type Theme } from "./workbench/theme";
import type { Workbench } from "./workbench/workbench";

describe("the tree in every kind of theme", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300 });
    workbench = await openWorkbench();
    await signIn(workbench, sandbox.address);
    const { tree } = workbench.view("ozInspector.folders");
    const rows = await tree.waitFor("folders", (seen) => seen.length > 10);
    for (const word of ["Declined", "Processing, was"]) {
      await tree.expand(rows.find(({ description }) => description.startsWith(word))!.label);
    }
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`${theme}: every row has an icon and words`, async () => {
      await workbench.changeTheme(theme);
      const rows = await workbench.view("ozInspector.folders").tree.rows();
      for (const row of rows) assert.ok(row.icon && row.description, row.label);
      await workbench.screenshot(`theme-${theme}`);
    });
  }
});
