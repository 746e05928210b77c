import assert from "node:assert/strict";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { startTestSandbox, type TestSandbox } from "./server";
import { removeConnections } from "./signIn";
import { useWindow } from "./stage";
import { eventually } from "./workbench/eventually";
import type { Prompt } from "./workbench/quickInput";
import type { Workbench } from "./workbench/workbench";

const { email, password, accessToken } = SANDBOX_ACCOUNT;

describe("adding a connection", () => {
  const window = useWindow({ theme: "light" });

  let sandbox: TestSandbox;
  let host: string;
  let workbench: Workbench;
  beforeEach(async () => {
    ({ workbench } = window);
    sandbox = await startTestSandbox({ folders: 20 });
    host = sandbox.address.replace("http://", "");
    await workbench.openContainer("Oz Inspector");
    await workbench.runCommand("Oz Inspector: Add Connection…");
  });
  afterEach(async () => {
    await removeConnections(workbench);
    await sandbox.close();
  });

  /** Waits for a question at its place in the series. */
  const asked = (place: string, words: RegExp): Promise<Prompt> =>
    workbench.quickInput.waitFor(
      `question ${place}`,
      ({ title, message, placeholder }) =>
        title === `Add Connection (${place})` && words.test(message === "" ? placeholder : message),
    );

  /** Waits until a connection is named above its folders. */
  async function shown(name: string): Promise<void> {
    await eventually(
      `the connection ${name}`,
      () => window.view.connection(),
      (connection) => connection === name,
    );
    await window.view.tree.waitFor("folders", (rows) => rows.length > 10);
  }

  it("goes back to what was typed, by button and by keys, and mends a wrong address where it stands", async () => {
    const { quickInput } = workbench;
    await asked("1/4", /^Address/);
    await quickInput.answer("not an address");
    await quickInput.waitFor("what is wrong", ({ severity }) => severity === "error");
    assert.equal((await quickInput.prompt()).value, "not an address");
    await quickInput.answer(sandbox.address);
    await asked("2/4", /^How to sign in/);
    await quickInput.pick("Email and password, remembered");
    await asked("3/4", /^Email/);
    await quickInput.answer("someone@oz.example");
    await asked("4/4", /^Password of someone@oz.example/);
    await workbench.screenshot("add-connection-password");
    await quickInput.type("not kept");
    await quickInput.pressBack();
    assert.equal((await asked("3/4", /^Email/)).value, "someone@oz.example");
    await quickInput.typeBack();
    await asked("2/4", /^How to sign in/);
    await workbench.screenshot("add-connection-method");
    await quickInput.typeBack();
    assert.equal((await asked("1/4", /^Address/)).value, sandbox.address);
    await quickInput.answer(`localhost:${new URL(sandbox.address).port}`);
    await asked("2/4", /^How to sign in/);
    // What was chosen is still the active entry.
    await quickInput.accept();
    await asked("3/4", /^Email/);
    await quickInput.answer(email);
    assert.equal((await asked("4/4", /^Password/)).value, "");
    await quickInput.answer(password);
    await quickInput.closed();
    await shown(sandbox.address.replace("http://127.0.0.1", "localhost"));
  });

  it("counts three steps with a token, and asks for a name when two would look alike", async () => {
    const { quickInput } = workbench;
    await asked("1/4", /^Address/);
    await quickInput.answer(host);
    await asked("2/4", /^How to sign in/);
    await quickInput.pick("Access token");
    await asked("3/3", /^Access token/);
    await quickInput.answer(accessToken);
    await quickInput.closed();
    await shown(host);

    await workbench.runCommand("Oz Inspector: Add Connection…");
    await asked("1/4", /^Address/);
    await quickInput.answer(host);
    await asked("2/5", /^How to sign in/);
    await quickInput.pick("Email and password");
    await asked("3/5", /^Email/);
    await quickInput.answer(email);
    const name = await asked("4/5", /^Name of this connection/);
    assert.equal(name.value, `${email} on ${host}`);
    await workbench.screenshot("add-connection-name");
    await quickInput.answer("Staging");
    await asked("5/5", /^Password/);
    await quickInput.answer(password);
    await quickInput.closed();
    await shown("Staging");
  });
});
