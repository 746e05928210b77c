import assert from "node:assert/strict";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { removeConnections, signIn } from "./signIn";
import { useWindow } from "./stage";
import { eventually } from "./workbench/eventually";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

const hostOf = (sandbox: TestSandbox): string => sandbox.address.replace("http://", "");

describe("connections", () => {
  const window = useWindow({ theme: "light" });

  let first: TestSandbox;
  let second: TestSandbox;
  let empty: TestSandbox;
  let workbench: Workbench;
  let view: View;
  beforeEach(async () => {
    ({ workbench, view } = window);
    first = await startTestSandbox({ folders: 50 });
    second = await startTestSandbox({ folders: 50, seed: 2 });
    empty = await startTestSandbox({ folders: 0 });
  });
  afterEach(async () => {
    await removeConnections(workbench);
    for (const sandbox of [first, second, empty]) await sandbox.close();
  });

  /** Waits until the view shows the server's folders, and names the server above them. */
  async function waitForFoldersOf(sandbox: TestSandbox, name = hostOf(sandbox)): Promise<void> {
    const label = labelOf(await sandbox.idAt(0));
    await view.tree.waitFor(`the folders of ${name}`, (rows) => rows.some((row) => row.label === label));
    await eventually(
      `the connection ${name}`,
      () => view.connection(),
      (connection) => connection === name,
    );
  }

  async function waitForEmptyMessage(): Promise<void> {
    const text = "No folders are visible: this account has the role CLIENT, which sees only its own folders.";
    await eventually(
      "the message above the empty list",
      () => view.message(),
      (message) => message === text,
    );
  }

  /** Adds a connection with four answers: address, way to sign in, email, password. */
  async function add(sandbox: TestSandbox, way: string): Promise<void> {
    const { quickInput } = workbench;
    await workbench.runCommand("Oz Inspector: Add Connection…");
    await quickInput.waitFor("the address", ({ message }) => message.startsWith("Address"));
    await quickInput.answer(`${sandbox.address.toUpperCase()}/api/`);
    await quickInput.waitFor("the ways to sign in", ({ placeholder }) => placeholder === "How to sign in");
    await workbench.screenshot("connection-way");
    await quickInput.pick(way);
    const email = await quickInput.waitFor("the email", ({ message }) => message.startsWith("Email"));
    assert.match(email.message, new RegExp(` on ${hostOf(sandbox)}\\b`));
    await quickInput.answer(SANDBOX_ACCOUNT.email);
    const password = await quickInput.waitFor("the password", ({ message }) =>
      message.startsWith("Password"),
    );
    assert.match(password.message, new RegExp(` on ${hostOf(sandbox)}\\b`));
    await quickInput.answer(SANDBOX_ACCOUNT.password);
    await quickInput.closed();
  }

  it("adds one with four answers, switches with three clicks, and shows its name above the rows", async () => {
    await signIn(workbench, first.address);
    await waitForFoldersOf(first);
    await add(second, "Email and password");
    await waitForFoldersOf(second);
    await view.chooseMore("Switch Connection…");
    const picks = await workbench.quickInput.picks();
    assert.deepEqual(
      picks.map(({ label, description }) => [label.trim(), description]),
      [
        [hostOf(first), SANDBOX_ACCOUNT.email],
        [hostOf(second), SANDBOX_ACCOUNT.email],
        ["Add Connection…", ""],
        ["Explore the Sandbox", ""],
      ],
    );
    await workbench.screenshot("connection-switch");
    await workbench.quickInput.pick(hostOf(first));
    await waitForFoldersOf(first);
  });

  it("begins with the newest folder after a switch, however far the list was scrolled", async () => {
    const newest = labelOf(await first.idAt(0));
    await signIn(workbench, first.address);
    await waitForFoldersOf(first);
    await add(second, "Email and password");
    await waitForFoldersOf(second);
    await view.tree.scrollTo(labelOf(await second.idAt(49)));
    await view.chooseMore("Switch Connection…");
    await workbench.quickInput.pick(hostOf(first));
    await view.tree.waitFor("the newest folder at the top", ([row]) => row?.label === newest);
  });

  it("renames one from the list", async () => {
    const { quickInput } = workbench;
    await workbench.extensionHost.execute("ozInspector.openSandbox", second.address);
    await waitForFoldersOf(second, "Sandbox");
    await add(first, "Email and password");
    await waitForFoldersOf(first);
    await view.chooseMore("Switch Connection…");
    assert.deepEqual(
      (await quickInput.picks()).map(({ label }) => label.trim()),
      ["Sandbox", hostOf(first), "Add Connection…"],
    );
    await quickInput.act(hostOf(first), "Rename");
    await quickInput.waitFor("the current name", ({ value }) => value === hostOf(first));
    await quickInput.answer("Sandbox");
    await quickInput.waitFor("the validation message", ({ message }) =>
      message.startsWith("Another connection"),
    );
    await quickInput.answer("Staging");
    await quickInput.closed();
    await waitForFoldersOf(first, "Staging");

    await view.chooseMore("Rename Connection…");
    await quickInput.waitForPicks("the connections", (picks) => picks.length === 2);
    // The list starts at the connection that the window shows.
    await quickInput.accept();
    await quickInput.waitFor("its name", ({ value }) => value === "Staging");
    await quickInput.cancel();
  });

  it("marks one with a word that is shown beside its name", async () => {
    const { quickInput } = workbench;
    const waitForName = async (name: string): Promise<void> => {
      await eventually(
        "its name",
        () => view.connection(),
        (shown) => shown === name,
      );
    };
    await signIn(workbench, first.address);
    await waitForFoldersOf(first);
    await view.chooseMore("Mark Connection…");
    await quickInput.pick("Production");
    await waitForName(`[Production] ${hostOf(first)}`);
    await workbench.screenshot("connection-marked");

    await view.chooseMore("Switch Connection…");
    const [pick] = await quickInput.waitForPicks("the connections", (picks) => picks.length > 1);
    assert.equal(pick?.description, `Production · ${SANDBOX_ACCOUNT.email}`);
    await quickInput.act(hostOf(first), "Mark");
    await quickInput.pick("Other…");
    await quickInput.answer("more than twenty characters");
    await quickInput.waitFor("the limit", ({ message }) => message === "Enter at most 20 characters.");
    await quickInput.answer("EU");
    await waitForName(`[EU] ${hostOf(first)}`);

    await workbench.runCommand("Oz Inspector: Sign Out");
    await view.welcome();
    assert.equal(await view.title(), `[EU] ${hostOf(first)}`);
    await view.chooseMore("Mark Connection…");
    await quickInput.pick("No mark");
    await eventually(
      "its name",
      () => view.title(),
      (shown) => shown === hostOf(first),
    );
  });

  it("explains an empty list by the account's role", async () => {
    await add(empty, "Email and password, remembered");
    await waitForEmptyMessage();
    await workbench.screenshot("empty-list");
  });

  it("lists the account in the Accounts menu, signs out there, and signs in again with one answer", async () => {
    await add(empty, "Email and password");
    await waitForEmptyMessage();
    const menu = await workbench.openAccounts();
    const name = `${SANDBOX_ACCOUNT.email} on ${hostOf(empty)} (Oz Inspector)`;
    assert.ok((await menu.read()).some(({ label }) => label === name));
    await workbench.screenshot("accounts");
    await menu.choose(name, "Sign Out");
    await workbench.dialog.press("Sign Out");
    const lines = await view.welcome();
    assert.deepEqual(lines, ["You are signed out of this server.", "Sign In", "Switch Connection"]);
    assert.equal(await view.title(), hostOf(empty));
    await workbench.screenshot("signed-out");

    const { quickInput } = workbench;
    await view.pressWelcome("Sign In");
    const { title, message: prompt } = await quickInput.waitFor("the password", ({ message }) =>
      message.startsWith("Password"),
    );
    assert.equal(title, `Sign In to ${hostOf(empty)}`);
    assert.match(prompt, new RegExp(` on ${hostOf(empty)}\\b`));
    await quickInput.answer(SANDBOX_ACCOUNT.password);
    await quickInput.closed();
    await waitForEmptyMessage();
  });

  it("does not share sessions with other extensions, even if the user allows it", async () => {
    await signIn(workbench, first.address);
    const refused = assert.rejects(
      workbench.extensionHost.session("oz-inspector"),
      /does not share its sessions with other extensions/,
    );
    assert.match(await workbench.dialog.text(), /'test-helper' wants to sign in using Oz Inspector/);
    await workbench.dialog.press("Allow");
    await refused;
  });

  it("removes one after confirmation, without showing another in its place", async () => {
    await workbench.extensionHost.execute("ozInspector.openSandbox", first.address);
    await add(empty, "Email and password, remembered");
    await waitForEmptyMessage();
    await view.chooseMore("Switch Connection…");
    await workbench.quickInput.act(hostOf(empty), "Remove");
    assert.match(await workbench.dialog.text(), /^Remove 127\.0\.0\.1:\d+\?\nThis deletes its session/);
    await workbench.dialog.press("Remove");
    assert.ok((await view.welcome()).includes("Explore the Sandbox"));
    assert.equal(await view.title(), "Folders");
    await view.chooseMore("Switch Connection…");
    await workbench.quickInput.pick("Sandbox");
    await waitForFoldersOf(first, "Sandbox");
  });

  it("shows the same connection after a reload, with both accounts still signed in", async () => {
    await signIn(workbench, first.address);
    await add(second, "Email and password");
    await waitForFoldersOf(second);
    await workbench.reload();
    await workbench.openContainer("Oz Inspector");
    await waitForFoldersOf(second);
    await view.chooseMore("Switch Connection…");
    await workbench.quickInput.pick(hostOf(first));
    await waitForFoldersOf(first);
  });
});
