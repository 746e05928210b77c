import assert from "node:assert/strict";
import { replying } from "../faults/catalogue/fault";
import { startFront, type Front } from "../faults/front/front";
import { faultOf } from "../unit/faults/fronts";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

describe("a server that does not answer", () => {
  let sandbox: TestSandbox;
  let other: TestSandbox;
  let server: Front;
  let workbench: Workbench;
  let view: View;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 50 });
    other = await startTestSandbox({ folders: 50, seed: 2 });
    server = await startFront(sandbox.address);
    workbench = await openWorkbench({ theme: "light" });
    view = workbench.view("ozInspector.folders");
    await signIn(workbench, server.address);
    await waitForFolders();
  });
  after(async () => {
    await workbench.close();
    await server.close();
    await Promise.all([sandbox.close(), other.close()]);
  });

  async function waitForFolders(): Promise<void> {
    const label = labelOf(await sandbox.idAt(0));
    await view.tree.waitFor("its folders", (rows) => rows.some((row) => row.label === label));
    await eventually(
      "no message and no progress",
      async () => [await view.message(), await view.isBusy()],
      ([message, isBusy]) => message === "" && isBusy === false,
    );
  }

  /** From now on the server does not answer. @returns lets it answer, what it was asked meanwhile too */
  function fallSilent(): () => void {
    let answer = (): void => undefined;
    const silence = new Promise<void>((resolve) => (answer = resolve));
    const act = replying((exchange) => silence.then(() => exchange.upstream()));
    server.fault = { ...faultOf("stall-before-headers"), act };
    return () => {
      server.fault = undefined;
      answer();
    };
  }

  /** Waits until the view says what it waits for, and checks that it shows nothing else. */
  async function waitForWaiting(screenshot: string): Promise<void> {
    const host = server.address.replace("http://", "");
    await eventually(
      "the message",
      () => view.message(),
      (message) => message === "Waiting for the server…",
    );
    await eventually(
      "progress in the empty view",
      async () => [await view.isBusy(), (await view.tree.rows()).length],
      ([isBusy, rows]) => isBusy === true && rows === 0,
    );
    assert.equal(await view.connection(), host);
    assert.equal(await view.hasWelcome(), false);
    await workbench.screenshot(screenshot);
  }

  it("is waited for after a reload, and not taken for an empty account", async () => {
    const answer = fallSilent();
    await workbench.reload();
    await workbench.openContainer("Oz Inspector");
    await waitForWaiting("silent-after-reload");
    answer();
    await waitForFolders();
  });

  it("is not shown with the rows of the server before", async () => {
    const answer = fallSilent();
    await workbench.reload();
    await workbench.openContainer("Oz Inspector");
    await workbench.extensionHost.execute("ozInspector.openSandbox", other.address);
    const label = labelOf(await other.idAt(0));
    await view.tree.waitFor("the other folders", (rows) => rows.some((row) => row.label === label));
    await workbench.runCommand("Oz Inspector: Switch Connection…");
    await workbench.quickInput.pick(server.address.replace("http://", ""));
    await waitForWaiting("silent-after-switch");
    answer();
    await waitForFolders();
  });
});
