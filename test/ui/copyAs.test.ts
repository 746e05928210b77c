import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { labelOf } from "./server";
import { useStage } from "./stage";
import { eventually } from "./workbench/eventually";

const run = promisify(execFile);

describe("Copy As", () => {
  const stage = useStage({ theme: "light" });

  let id: string;
  // An ended folder: what is said of a running one changes with each second.
  beforeEach(async () => (id = await stage.sandbox.idAt(1)));

  /** Chooses from the submenu and returns what it copies. */
  async function copyAs(label: string, choice: string, isRight: RegExp): Promise<string> {
    const menu = await stage.view.tree.menu(label);
    await menu.choose("Copy As", choice);
    return await eventually(
      "the copied text",
      () => stage.workbench.clipboard(),
      (text) => isRight.test(text),
    );
  }

  it("copies a cURL command that fetches the folder once the token is set", async () => {
    const command = await copyAs(labelOf(id), "Copy as cURL Command", /^curl /);
    await stage.workbench.statusBar.waitFor("Copied as cURL command, without the token");
    assert.ok(!command.includes(SANDBOX_ACCOUNT.accessToken));
    const env = { PATH: process.env.PATH, OZ_ACCESS_TOKEN: SANDBOX_ACCOUNT.accessToken };
    const { stdout } = await run("sh", ["-c", command], { env });
    assert.equal((JSON.parse(stdout) as { folder_id: string }).folder_id, id);
  });

  it("copies a PowerShell command for the folder", async () => {
    const command = await copyAs(labelOf(id), "Copy as PowerShell Command", /^\(Invoke-WebRequest /);
    await stage.workbench.statusBar.waitFor("Copied as PowerShell command, without the token");
    assert.ok(command.includes(`'${stage.sandbox.address}/api/folders/${id}?with_analyses=true'`));
    assert.ok(!command.includes(SANDBOX_ACCOUNT.accessToken));
  });

  it("copies an analysis as a request for a .http file", async () => {
    const { sandbox, view } = stage;
    await view.tree.expand(labelOf(id));
    const rows = await view.tree.waitFor("its rows", (seen) => seen.some(({ label }) => label === "Media"));
    const analysis = rows.find(({ level }) => level === 2)!;
    const request = await copyAs(analysis.label, "Copy as HTTP Request", /^### /);
    assert.match(request, new RegExp(`^GET ${sandbox.address}/api/analyses/[0-9a-f-]{36}$`, "m"));
    assert.match(request, /^X-Forensic-Access-Token: \{\{ozAccessToken\}\}$/m);
  });

  it("copies a summary without personal data, and with it on demand", async () => {
    const menu = await stage.view.tree.menu(labelOf(id));
    await menu.openSubmenu("Copy As");
    await stage.workbench.screenshot("copy-as");
    await menu.close();
    const isSummary = new RegExp(`^\\*\\*.*Folder \`${id}\``);
    const bare = await copyAs(labelOf(id), "Copy as Markdown Summary", isSummary);
    assert.doesNotMatch(bare, /Metadata|Media|\.mp4|\.jpg|https?:/);
    const all = await copyAs(labelOf(id), "Copy as Markdown with Metadata and Media", /Metadata:/);
    assert.ok(all.startsWith(bare.trimEnd()));
    assert.match(all, /^- Media$/m);
  });
});
