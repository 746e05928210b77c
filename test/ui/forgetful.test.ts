import assert from "node:assert/strict";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { Workbench } from "./workbench/workbench";

describe("a secret storage that forgets", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 5 });
    workbench = await openWorkbench({ forgetsSecrets: true });
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  it("is explained in a row, without a dialog, and the password alone signs in again", async () => {
    const { tree } = workbench.view("ozInspector.folders");
    await signIn(workbench, sandbox.address);
    await tree.waitFor("folders", (rows) => rows.length === 5);
    await workbench.reload();
    await workbench.openContainer("Oz Inspector");
    const [row] = await tree.waitFor("the row that asks", ([first]) => first?.icon === "key");
    assert.equal(row?.label, "Sign in again");
    // The tooltip of the button that opened the view may appear late and cover the row.
    await eventually(
      "the explanation",
      () => tree.hover("Sign in again"),
      (text) => /has lost the session on .* without a keyring/.test(text),
    );
    await workbench.screenshot("forgotten");
    assert.deepEqual(await workbench.notifications.read(), []);
    await tree.click("Sign in again");
    await workbench.quickInput.waitFor("the password", ({ message }) => message.startsWith("Password"));
    await workbench.quickInput.answer(SANDBOX_ACCOUNT.password);
    await workbench.quickInput.closed();
    await tree.waitFor("folders", (rows) => rows.length === 5);
  });
});
