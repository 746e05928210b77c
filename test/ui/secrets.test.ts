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

/** What is no secret and must be found, so that a search of nothing is no success; "id" stands for a folder's. */
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

describe("secrets, with a server that repeats them", () => {
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

  /** At this level VS Code itself writes down every address, also one to which the server sends on. */
  const withoutItsAddress = (place: Place): Place =>
    place.where.endsWith("/remoteexthost.log")
      ? { ...place, text: place.text.replaceAll(`?token=${planted.moved}`, "") }
      : place;

  /** What a person does, in this order: each step begins where the one before it has ended. */
  const steps: Record<string, () => Promise<void>> = {};

  const asks = async (begin: string): Promise<unknown> =>
    await quickInput.waitFor(begin, ({ message, severity }) => message.startsWith(begin) && !severity);

  const showsFolders = async (): Promise<unknown> =>
    await view.tree.waitFor(
      "folders",
      (rows) => rows.length > 10 && rows[0]?.level === 1 && !failed(rows[0].icon),
    );

  const failed = (icon: string | undefined): boolean => icon === "debug-disconnect" || icon === "key";

  /** Types a secret that the server refuses, and repeats, in the box that asks for it. */
  async function refused(secret: string): Promise<void> {
    await quickInput.answer(secret);
    await quickInput.waitFor("the refusal", ({ message }) => /did not accept this .* \(“echo /.test(message));
    await witness.look("a refused secret");
  }

  /** Reads the folders again while the server answers with a leak. */
  async function readsDuring(leak: Leak): Promise<void> {
    server.leak = leak;
    await workbench.extensionHost.execute("ozInspector.refresh");
    await workbench.notifications.waitForSpoken(leak.sentence);
    if (!leak.hasNoRow) await view.tree.waitFor(leak.name, ([row]) => leak.sentence.test(row?.spoken ?? ""));
    await witness.look(leak.name);
    await workbench.extensionHost.execute("notifications.clearAll");
  }

  async function recovers(): Promise<void> {
    server.leak = undefined;
    await workbench.extensionHost.execute("ozInspector.refresh");
    await showsFolders();
  }

  steps["the password: typed wrong, typed right, remembered"] = async () => {
    await view.pressWelcome("Sign In");
    await asks("Address");
    await quickInput.answer(server.host);
    await quickInput.pick("Email and password, remembered");
    await asks("Email");
    await quickInput.answer(EMAIL);
    await asks("Password");
    await refused(planted.wrongPassword);
    await quickInput.answer(planted.password);
    await quickInput.closed();
    await showsFolders();
    await witness.look("the sign-in");
  };

  steps["the tokens of a session, in every kind of reply"] = async () => {
    for (const leak of all) await readsDuring(leak);
    const [first] = await view.tree.rows();
    await view.tree.hover(first!.label);
    await witness.look("the tooltip of a failure");
    await recovers();
  };

  steps["the tokens of renewed sessions, which look otherwise"] = async () => {
    for (let renewal = 0; renewal < 2; renewal++) {
      server.expire();
      for (const leak of all.filter(({ repeats }) => repeats)) await readsDuring(leak);
    }
    await recovers();
  };

  steps["a session that ends, though the password is known"] = async () => {
    server.refusesAll = true;
    await workbench.extensionHost.execute("ozInspector.refresh");
    await view.tree.waitFor("the end", ([row]) => row?.icon === "key");
    await witness.look("the end of the session");
    await workbench.extensionHost.execute("notifications.clearAll");
    await view.tree.click("Sign in again");
    await asks("Password");
    await refused(planted.wrongPassword);
    server.refusesAll = false;
    await quickInput.answer(planted.password);
    await quickInput.closed();
    await showsFolders();
  };

  steps["an access token: typed wrong, typed right, typed where an id belongs"] = async () => {
    await workbench.runCommand("Oz Inspector: Add Connection…");
    await asks("Address");
    await quickInput.answer(server.host);
    await quickInput.pick("Access token");
    await asks("Access token");
    await refused(planted.wrongToken);
    await quickInput.answer(planted.typedToken);
    await quickInput.closed();
    await showsFolders();
    for (const leak of all.filter(({ repeats }) => repeats)) await readsDuring(leak);
    await recovers();

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
      await witness.look(`${command} with a token for an id`);
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
      "the id",
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
    await view.pressTitle("Switch Connection…");
    await quickInput.picks();
    await witness.look("Switch Connection");
    await quickInput.cancel();
  };

  steps["the next start"] = async () => {
    await workbench.reload();
    await workbench.openContainer("Oz Inspector");
    await view.tree.waitFor("the watched folder", (rows) => rows.length > 0);
    await recovers();
    await witness.look("a reload");
  };

  it("are nowhere to be found after all that a person does, though all places are searched", async function () {
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
