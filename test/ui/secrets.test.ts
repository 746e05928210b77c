import assert from "node:assert/strict";
import { leaks, type Leak } from "./secrets/leaks";
import { LeakyServer } from "./secrets/leakyServer";
import { shown } from "./secrets/places";
import { Planted } from "./secrets/planted";
import { findSecrets, type Place } from "./secrets/search";
import { Witness } from "./secrets/witness";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { QuickInput } from "./workbench/quickInput";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

const EMAIL = "somebody@oz.example";

/** Harmless texts that must be found, to prove that every place is searched; "id" stands for a folder's ID. */
const SEARCHED: readonly (readonly [string, ...RegExp[]])[] = [
  [EMAIL, /^the text$/, /^an attribute aria-label$/, /^the browser: vscode-web-state-db-global/],
  [
    "id",
    /^the clipboard$/,
    /^the address of a document$/,
    /^the document oz-inspector:/,
    /^a frame: the text$/,
  ],
  ["ozInspector.refresh: ", /^the document output:/, /^the file data\/logs\/.*\/Oz Inspector\.log$/],
  ["ozInspector.showLog", /^the text$/],
  ["/api/authorize/refresh/ 401", /^the file data\/logs\/.*\/Oz Inspector\.log$/],
  ["TRACE", /^the console$/],
  ["[trace]", /^the browser: vscode-web-db vscode-logs-store/, /^the file .*\/remoteexthost\.log$/],
  ["workbench.colorTheme", /^the file data\/User\/settings\.json$/],
  ["secrets.provider", /^the browser: localStorage secrets\.provider$/],
];

describe("secrets, on a server that echoes them", () => {
  const planted = new Planted();
  const all = leaks(planted);
  let sandbox: TestSandbox;
  let server: LeakyServer;
  let workbench: Workbench;
  let witness: Witness;
  let view: View;
  let quickInput: QuickInput;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300 });
    server = new LeakyServer(planted, sandbox.address);
    await server.listen();
    workbench = await openWorkbench({ trace: true });
    witness = new Witness(workbench);
    view = workbench.view("ozInspector.folders");
    ({ quickInput } = workbench);
    await workbench.openContainer("Oz Inspector");
  });
  after(async () => {
    await workbench.close();
    await server.close();
    await sandbox.close();
  });

  /** At trace level VS Code itself logs every URL, including the target of a redirect. */
  const withoutItsAddress = (place: Place): Place =>
    place.where.endsWith("/remoteexthost.log")
      ? { ...place, text: place.text.replaceAll(`?token=${planted.moved}`, "") }
      : place;

  /** What a user does, in this order: each step starts where the previous one ended. */
  const steps: Record<string, () => Promise<void>> = {};

  const waitForPrompt = async (begin: string): Promise<unknown> =>
    await quickInput.waitFor(begin, ({ message, severity }) => message.startsWith(begin) && !severity);

  const waitForFolders = async (): Promise<unknown> =>
    await view.tree.waitFor(
      "folders",
      (rows) => rows.length > 10 && rows[0]?.level === 1 && !isFailure(rows[0].icon),
    );

  const isFailure = (icon: string | undefined): boolean => icon === "debug-disconnect" || icon === "key";

  /** Types a secret that the server rejects and echoes. */
  async function typeRejected(secret: string): Promise<void> {
    await quickInput.answer(secret);
    await quickInput.waitFor("the rejection", ({ message }) =>
      /did not accept this .* \(“echo /.test(message),
    );
    await witness.look("a rejected secret");
  }

  /** Refreshes while the server replies with a leak. */
  async function refreshDuring(leak: Leak): Promise<void> {
    server.leak = leak;
    await workbench.extensionHost.execute("ozInspector.refresh");
    await workbench.notifications.waitForSpoken(leak.sentence);
    if (!leak.hasNoRow) await view.tree.waitFor(leak.name, ([row]) => leak.sentence.test(row?.spoken ?? ""));
    await witness.look(leak.name);
    await workbench.extensionHost.execute("notifications.clearAll");
  }

  async function recover(): Promise<void> {
    server.leak = undefined;
    await workbench.extensionHost.execute("ozInspector.refresh");
    await waitForFolders();
  }

  steps["the password: typed wrong, typed right, remembered"] = async () => {
    await view.pressWelcome("Sign In");
    await waitForPrompt("Address");
    await quickInput.answer(server.host);
    await quickInput.pick("Email and password, remembered");
    await waitForPrompt("Email");
    await quickInput.answer(EMAIL);
    await waitForPrompt("Password");
    await typeRejected(planted.wrongPassword);
    await quickInput.answer(planted.password);
    await quickInput.closed();
    await waitForFolders();
    await witness.look("the sign-in");
  };

  steps["the tokens of a session, in every kind of reply"] = async () => {
    for (const leak of all) await refreshDuring(leak);
    const [first] = await view.tree.rows();
    await view.tree.hover(first!.label);
    await witness.look("the tooltip of a failure");
    await recover();
  };

  steps["the tokens of renewed sessions, in other shapes"] = async () => {
    for (let renewal = 0; renewal < 2; renewal++) {
      server.expire();
      for (const leak of all.filter(({ repeats }) => repeats)) await refreshDuring(leak);
    }
    await recover();
  };

  steps["a session that ends, though the password is known"] = async () => {
    server.refusesAll = true;
    await workbench.extensionHost.execute("ozInspector.refresh");
    await view.tree.waitFor("the end of the session", ([row]) => row?.icon === "key");
    await witness.look("the end of the session");
    await workbench.extensionHost.execute("notifications.clearAll");
    await view.tree.click("Sign in again");
    await waitForPrompt("Password");
    await typeRejected(planted.wrongPassword);
    server.refusesAll = false;
    await quickInput.answer(planted.password);
    await quickInput.closed();
    await waitForFolders();
  };

  steps["an access token: typed wrong, typed right, typed instead of an ID"] = async () => {
    await workbench.runCommand("Oz Inspector: Add Connection…");
    await waitForPrompt("Address");
    await quickInput.answer(server.host);
    await quickInput.pick("Access token");
    // There is a connection to this server.
    await waitForPrompt("Name of this connection");
    await quickInput.accept();
    await waitForPrompt("Access token");
    await typeRejected(planted.wrongToken);
    await quickInput.answer(planted.typedToken);
    await quickInput.closed();
    await waitForFolders();
    for (const leak of all.filter(({ repeats }) => repeats)) await refreshDuring(leak);
    await recover();

    const { typedToken } = planted;
    for (const [command, text] of [
      ["Look Up Folder or Analysis…", typedToken],
      ["Open JSON", typedToken.toUpperCase()],
      ["Explain Result", `{${typedToken}}`],
      ["Watch Folder", `${server.host}/folders/${typedToken}`],
    ] as const) {
      await workbench.runWithId(`Oz Inspector: ${command}`, text);
      await quickInput.closed();
      await workbench.notifications.waitFor("not an ID. It was not sent");
      await witness.look(`${command} with a token instead of an ID`);
      await workbench.extensionHost.execute("notifications.clearAll");
    }
  };

  steps["commands, hovers, documents and menus"] = async () => {
    const id = await sandbox.idAt(0);
    const label = labelOf(id);
    await view.tree.expand(label);
    await view.tree.hover(label);
    await witness.look("the tooltip of a folder");
    await (await view.tree.menu(label)).choose("Copy ID");
    await eventually(
      "the ID",
      () => workbench.clipboard(),
      (text) => text === id,
    );
    await view.tree.act(label, "Watch Folder");
    await workbench.statusBar.waitFor(label);
    await workbench.statusBar.hover(label);
    await witness.look("the tooltip of the status bar");
    await view.tree.act(label, "Open JSON");
    await workbench.editor.waitFor("the JSON", (text) => text.includes(id));
    await witness.look("Open JSON");
    await (await view.tree.menu(label)).choose("Explain Result");
    await eventually(
      "the explanation",
      () => shown(workbench),
      (places) => places.some(({ where, text }) => where === "a frame: the text" && text.includes(id)),
    );
    await witness.look("Explain Result");
    await workbench.runCommand("Oz Inspector: Show Log");
    await workbench.page.locator(".part.panel .view-line").first().waitFor();
    await witness.look("Show Log");
    const menu = await workbench.openAccounts();
    await witness.look("the Accounts menu");
    await menu.close();
    await view.chooseMore("Switch Connection…");
    await quickInput.picks();
    await witness.look("Switch Connection");
    await quickInput.cancel();
  };

  steps["the next start"] = async () => {
    await workbench.reload();
    await workbench.openContainer("Oz Inspector");
    await view.tree.waitFor("the watched folder", (rows) => rows.length > 0);
    await recover();
    await witness.look("a reload");
  };

  it("appear nowhere on screen, on disk or in the browser, whatever the user does", async function () {
    this.timeout(10 * 60_000);
    for (const [name, step] of Object.entries(steps)) {
      server.leak = undefined;
      server.refusesAll = false;
      await step().catch((cause: unknown) => {
        throw new Error(`${name}: ${String(cause)}`, { cause });
      });
    }
    const places = await witness.everything();
    const id = await sandbox.idAt(0);
    for (const [what, ...wheres] of SEARCHED) {
      const text = what === "id" ? id : what;
      for (const where of wheres) {
        const isThere = (place: Place): boolean => where.test(place.where) && place.text.includes(text);
        assert.ok(places.some(isThere), `${text} should have been found in ${String(where)}`);
      }
    }
    const found = findSecrets(planted.all, places.map(withoutItsAddress));
    assert.ok(found.length === 0, found.join("\n"));
  });
});
