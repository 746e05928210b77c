import assert from "node:assert/strict";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { startFaultyServer, type FaultyServer } from "./faultyServer";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { forgetConnections, signIn } from "./signIn";
import { useWindow } from "./stage";
import type { Prompt } from "./workbench/quickInput";
import type { TreeRow } from "./workbench/treeRow";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

/** One sentence for a person: not a stack trace, not the name of an error class. */
function assertSentence(text: string): void {
  assert.match(text, /^[A-Z0-9].*\.$/, text);
  assert.doesNotMatch(text, /\n|Error:|ECONN|ENOTFOUND|\bat \w+ \(|undefined|\[object/, text);
}

const labels = (rows: readonly TreeRow[]): string[] => rows.map(({ label }) => label);

describe("bad input", () => {
  const window = useWindow();

  let sandbox: TestSandbox;
  let faulty: FaultyServer;
  let workbench: Workbench;
  let view: View;
  beforeEach(async () => {
    ({ workbench, view } = window);
    sandbox = await startTestSandbox({ folders: 300 });
    faulty = await startFaultyServer(sandbox.address);
  });
  afterEach(async () => {
    await faulty.close();
    await sandbox.close();
  });

  /** Types an answer that is not accepted; gives the sentence that says why. The text stays in the box. */
  async function refused(text: string): Promise<string> {
    const { quickInput } = workbench;
    await quickInput.type(text);
    await quickInput.waitFor(
      "a box that has nothing against it yet",
      ({ severity }) => severity === undefined,
    );
    await quickInput.accept();
    const sentence = ({ message }: Prompt): string => message.replace(/\s*\(Press 'Enter'.*\)$/, "");
    const refusal = await quickInput.waitFor(
      "why not",
      (prompt) => prompt.severity === "error" && sentence(prompt).endsWith("."),
    );
    assert.equal(refusal.value, text, "what was typed stays");
    assertSentence(sentence(refusal));
    return sentence(refusal);
  }

  async function openFolders(): Promise<void> {
    await workbench.extensionHost.execute("ozInspector.openSandbox", faulty.address);
    await view.tree.waitFor("folders", (rows) => rows.length > 10);
  }

  it("an address that is none, where nobody listens, or that is no Oz API", async () => {
    await view.pressWelcome("Sign In");
    assert.match(await refused("not an address"), /address/);
    assert.match(await refused("ftp://127.0.0.1"), /https:/);
    assert.match(await refused("http://127.0.0.1:1"), /127\.0\.0\.1:1/);
    faulty.mode = "notOzApi";
    assert.match(await refused(faulty.address), /Oz API/);
    await workbench.screenshot("bad-address");
  });

  it("an address without encryption: nothing is sent before a yes to that very address", async () => {
    const { quickInput, dialog } = workbench;
    // This machine by an address that is not taken for it.
    const address = `http://[::ffff:7f00:1]:${new URL(faulty.address).port}`;
    const requests = (): number => faulty.requests;
    await view.pressWelcome("Sign In");
    await quickInput.waitFor("the address", ({ message }) => message.includes("Address"));
    await quickInput.type(address);
    await quickInput.accept();
    assert.match(await dialog.text(), /^Connect to http:\/\/\[::ffff:7f00:1\]:\d+ without encryption\?\n/);
    await workbench.screenshot("plain-http");
    await dialog.press("Cancel");
    const { message } = await quickInput.waitFor("why not", ({ severity }) => severity === "error");
    assert.match(message, /^Nothing was sent\. Use an address that begins with https:/);
    assert.equal(requests(), 0);
    await quickInput.accept();
    await dialog.press("Connect");
    await quickInput.waitFor("the way", ({ placeholder }) => placeholder === "How to sign in");
    assert.ok(requests() > 0);
  });

  it("an address with /api and slashes is taken, a wrong password is not", async () => {
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
    await forgetConnections(workbench);
  });

  it("something that is not an id, and an id that is unknown", async () => {
    await openFolders();
    const before = labels(await view.tree.rows());
    await workbench.runCommand("Oz Inspector: Look Up Folder or Analysis…");
    await workbench.quickInput.waitFor("the question", ({ placeholder }) => placeholder.startsWith("ID, or"));
    await workbench.quickInput.answer("hello");
    const [only] = await workbench.quickInput.waitForPicks("why there is nothing", (all) => all.length === 1);
    assertSentence(only!.label);
    const unknown = "7e7e7e7e-0000-4000-8000-000000000001";
    await workbench.quickInput.type(unknown);
    await workbench.quickInput.waitForPicks("it", ([first]) => first?.label === "Look up this ID");
    await workbench.quickInput.accept();
    await workbench.quickInput.closed();
    const { message, buttons } = await workbench.notifications.waitFor(labelOf(unknown));
    assertSentence(message);
    assert.deepEqual(buttons, ["Show Log"]);
    await workbench.notifications.dismiss(labelOf(unknown));
    assert.deepEqual(labels(await view.tree.rows()), before);
  });

  it("a reply that is cut off: what was on screen stays, a row says why", async () => {
    await openFolders();
    faulty.mode = "cutOff";
    await keepsRowsAndSays("Connection closed", /closed the connection/);
    faulty.mode = "forward";
    await view.chooseMore("Refresh");
    await view.tree.waitFor("the row to go", ([first]) => first?.icon !== "debug-disconnect");
  });

  it("a session that ended: the row asks to sign in again, nothing pops up", async () => {
    await signIn(workbench, faulty.address);
    await view.tree.waitFor("folders", (rows) => rows.length > 10);
    faulty.mode = "expired";
    const [first] = await view.tree.waitFor("the reason", ([row]) => row?.icon === "key");
    assert.equal(first?.label, "Sign in again");
    assert.deepEqual(await workbench.notifications.read(), []);
    await workbench.screenshot("session-ended");
    faulty.mode = "forward";
    await view.tree.click("Sign in again");
    const { message } = await workbench.quickInput.waitFor("the one question", ({ message: text }) =>
      text.startsWith(`Password of ${SANDBOX_ACCOUNT.email}`),
    );
    assert.ok(message, "neither address nor email need be typed again");
    await refused("not the password");
    await workbench.quickInput.answer(SANDBOX_ACCOUNT.password);
    await workbench.quickInput.closed();
    await view.tree.waitFor("the session again", ([row]) => row?.icon !== "key");
    await forgetConnections(workbench);
  });

  it("a server that was killed: what was on screen stays, a row says why, nothing pops up", async () => {
    await openFolders();
    await faulty.close();
    await keepsRowsAndSays("Connection refused", /127\.0\.0\.1:\d+ refused/);
    assert.deepEqual(await workbench.notifications.read(), []);
    await workbench.screenshot("server-gone");
  });

  /** Waits until the background has noticed. */
  async function keepsRowsAndSays(label: string, sentence: RegExp): Promise<void> {
    const before = await view.tree.waitFor("a good state", ([first]) => first?.icon !== "debug-disconnect");
    const after = await view.tree.waitFor("the reason", ([first]) => first?.icon === "debug-disconnect");
    const [failure, ...rest] = after;
    assert.equal(failure?.label, label);
    const tooltip = await view.tree.hover(label);
    assert.match(tooltip, sentence);
    assertSentence(tooltip);
    assert.match(failure.description, /^since \d\d:\d\d:\d\d$/);
    assert.deepEqual(labels(rest), labels(before).slice(0, rest.length));
    assert.match(await view.message(), /^\d+ folders, as of \d\d:\d\d:\d\d\.$/);
  }
});
