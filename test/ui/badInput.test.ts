import assert from "node:assert/strict";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { startFront, type Front } from "../faults/front/front";
import { faultOf } from "../unit/faults/fronts";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { removeConnections, signIn } from "./signIn";
import { useWindow } from "./stage";
import type { Prompt } from "./workbench/quickInput";
import type { TreeRow } from "./workbench/treeRow";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

/** Fails unless the text is one plain sentence, without a stack trace or the name of an error class. */
function assertSentence(text: string): void {
  assert.match(text, /^[A-Z0-9].*\.$/, text);
  assert.doesNotMatch(text, /\n|Error:|ECONN|ENOTFOUND|\bat \w+ \(|undefined|\[object/, text);
}

const labels = (rows: readonly TreeRow[]): string[] => rows.map(({ label }) => label);

describe("bad input", () => {
  const window = useWindow();

  let sandbox: TestSandbox;
  let faulty: Front;
  let workbench: Workbench;
  let view: View;
  beforeEach(async () => {
    ({ workbench, view } = window);
    sandbox = await startTestSandbox({ folders: 300 });
    faulty = await startFront(sandbox.address);
  });
  afterEach(async () => {
    await faulty.close();
    await sandbox.close();
  });

  /** Types an answer that is rejected and stays in the box; returns the sentence that says why. */
  async function refused(text: string): Promise<string> {
    const { quickInput } = workbench;
    await quickInput.type(text);
    await quickInput.waitFor("no validation message", ({ severity }) => severity === undefined);
    await quickInput.accept();
    const sentence = ({ message }: Prompt): string => message.replace(/\s*\(Press 'Enter'.*\)$/, "");
    const refusal = await quickInput.waitFor(
      "the validation message",
      (prompt) => prompt.severity === "error" && sentence(prompt).endsWith("."),
    );
    assert.equal(refusal.value, text, "the text stays in the box");
    assertSentence(sentence(refusal));
    return sentence(refusal);
  }

  async function openFolders(): Promise<void> {
    await workbench.extensionHost.execute("ozInspector.openSandbox", faulty.address);
    await view.tree.waitFor("folders", (rows) => rows.length > 10);
  }

  it("rejects an address that is malformed, unreachable or not an Oz API, and says why", async () => {
    await view.pressWelcome("Sign In");
    assert.match(await refused("not an address"), /address/);
    assert.match(await refused("ftp://127.0.0.1"), /https:/);
    assert.match(await refused("http://127.0.0.1:1"), /127\.0\.0\.1:1/);
    faulty.fault = faultOf("status-404-page");
    assert.match(await refused(faulty.address), /Oz API/);
    await workbench.screenshot("bad-address");
  });

  it("sends nothing to an unencrypted address until the user confirms it", async () => {
    const { quickInput, dialog } = workbench;
    // This machine, by an address that the extension does not recognize as local.
    const address = `http://[::ffff:7f00:1]:${new URL(faulty.address).port}`;
    const requests = (): number => faulty.requests.length;
    await view.pressWelcome("Sign In");
    await quickInput.waitFor("the address", ({ message }) => message.includes("Address"));
    await quickInput.type(address);
    await quickInput.accept();
    assert.match(await dialog.text(), /^Connect to http:\/\/\[::ffff:7f00:1\]:\d+ without encryption\?\n/);
    await workbench.screenshot("plain-http");
    await dialog.press("Cancel");
    const { message } = await quickInput.waitFor(
      "the validation message",
      ({ severity }) => severity === "error",
    );
    assert.match(message, /^Nothing was sent\. Use an address that begins with https:/);
    assert.equal(requests(), 0);
    await quickInput.accept();
    await dialog.press("Connect");
    await quickInput.waitFor("the ways to sign in", ({ placeholder }) => placeholder === "How to sign in");
    assert.ok(requests() > 0);
  });

  it("accepts an address with /api and trailing slashes, but not a wrong password", async () => {
    await view.pressWelcome("Sign In");
    await workbench.quickInput.waitFor("the address", ({ message }) => message.includes("Address"));
    await workbench.quickInput.answer(`  ${faulty.address.toUpperCase()}/api// `);
    await workbench.quickInput.pick("Email and password");
    await workbench.quickInput.waitFor("the email", ({ message }) => message.includes("Email"));
    await workbench.quickInput.answer(SANDBOX_ACCOUNT.email);
    await workbench.quickInput.waitFor("the password", ({ message }) => message.includes("Password"));
    assert.match(await refused("wrong"), /password/);
    await workbench.quickInput.answer(SANDBOX_ACCOUNT.password);
    await workbench.quickInput.closed();
    await view.tree.waitFor("folders", (rows) => rows.length > 10);
    await removeConnections(workbench);
  });

  it("rejects text that is not an ID, and says when the server does not know an ID", async () => {
    await openFolders();
    const before = labels(await view.tree.rows());
    await workbench.runCommand("Oz Inspector: Look Up Folder or Analysis…");
    await workbench.quickInput.waitFor("the picker", ({ placeholder }) => placeholder.startsWith("ID, or"));
    await workbench.quickInput.type("hello");
    // The metadata of some sample folders are too long to be searched whole.
    const [offer, ...reasons] = await workbench.quickInput.waitForPicks(
      "the offer to look it up as metadata, and why nothing else is listed",
      (all) => all.length === 2,
    );
    assert.equal(offer?.label, "Look up as transaction_id, event_session_id");
    for (const { label } of reasons) assertSentence(label);
    await workbench.quickInput.accept();
    await workbench.quickInput.closed();
    assertSentence((await workbench.notifications.waitFor("no folder with this value")).message);
    await workbench.notifications.dismiss("no folder with this value");
    await workbench.runCommand("Oz Inspector: Look Up Folder or Analysis…");
    await workbench.quickInput.waitFor("the picker", ({ placeholder }) => placeholder.startsWith("ID, or"));
    const unknown = "7e7e7e7e-0000-4000-8000-000000000001";
    await workbench.quickInput.type(unknown);
    await workbench.quickInput.waitForPicks(
      "the offer to look it up",
      ([first]) => first?.label === "Use this ID",
    );
    await workbench.quickInput.accept();
    await workbench.quickInput.closed();
    const { message, buttons } = await workbench.notifications.waitFor(labelOf(unknown));
    assertSentence(message);
    assert.deepEqual(buttons, ["Show Log"]);
    await workbench.notifications.dismiss(labelOf(unknown));
    assert.deepEqual(labels(await view.tree.rows()), before);
  });

  it("keeps the rows and says why when a reply is cut off", async () => {
    await openFolders();
    faulty.fault = faultOf("reset-in-body");
    await assertRowsKept("Connection closed", /closed the connection/);
    faulty.fault = undefined;
    await view.pressTitle("Refresh");
    await view.tree.waitFor("the failure row to disappear", ([first]) => first?.icon !== "debug-disconnect");
  });

  it("asks in a row to sign in again when the session has ended, without a notification", async () => {
    await signIn(workbench, faulty.address);
    await view.tree.waitFor("folders", (rows) => rows.length > 10);
    faulty.fault = faultOf("status-401-framework");
    const [first] = await view.tree.waitFor("the row that asks", ([row]) => row?.icon === "key");
    assert.equal(first?.label, "Sign in again");
    assert.deepEqual(await workbench.notifications.read(), []);
    await workbench.screenshot("session-ended");
    faulty.fault = undefined;
    await view.tree.click("Sign in again");
    const { message } = await workbench.quickInput.waitFor("the password prompt", ({ message: text }) =>
      text.startsWith(`Password of ${SANDBOX_ACCOUNT.email}`),
    );
    assert.ok(message, "neither address nor email is asked again");
    await refused("not the password");
    await workbench.quickInput.answer(SANDBOX_ACCOUNT.password);
    await workbench.quickInput.closed();
    await view.tree.waitFor("the new session", ([row]) => row?.icon !== "key");
    await removeConnections(workbench);
  });

  it("keeps the rows and says why when the server is gone, without a notification", async () => {
    await openFolders();
    await faulty.close();
    await assertRowsKept("Connection refused", /127\.0\.0\.1:\d+ refused/);
    assert.deepEqual(await workbench.notifications.read(), []);
    await workbench.screenshot("server-gone");
  });

  /** Waits until polling has noticed the failure; checks its row and that the other rows stay. */
  async function assertRowsKept(label: string, sentence: RegExp): Promise<void> {
    const before = await view.tree.waitFor(
      "rows without a failure",
      ([first]) => first?.icon !== "debug-disconnect",
    );
    const after = await view.tree.waitFor("the failure row", ([first]) => first?.icon === "debug-disconnect");
    const [failure, ...rest] = after;
    assert.equal(failure?.label, label);
    const tooltip = await view.tree.hover(label);
    assert.match(tooltip, sentence);
    assertSentence(tooltip);
    assert.match(failure.description, withTimes`^since ${CLOCK_TIME}$`);
    assert.deepEqual(labels(rest), labels(before).slice(0, rest.length));
    assert.match(await view.message(), withTimes`^\d+ folders, as of ${CLOCK_TIME}\.$`);
  }
});
