import assert from "node:assert/strict";
import { readMedia } from "../../src/oz/model/media";
import { labelOf } from "./server";
import { useStage } from "./stage";
import { eventually } from "./workbench/eventually";

const HOST = "oz-api-nginx:8880";

describe("the media of a folder", () => {
  const stage = useStage();

  let label: string;
  beforeEach(async () => {
    label = await folderWithVideo();
    await stage.view.tree.expand(label);
    await stage.view.tree.expand("Media");
  });

  /** The label of the newest folder whose video has a score. */
  async function folderWithVideo(): Promise<string> {
    for (let index = 0; ; index++) {
      const folder = await stage.sandbox.folderAt(index);
      const media = readMedia(folder.json);
      if (media.length > 1 && media[0]?.link && media[0].uses.some(({ score }) => score))
        return labelOf(folder.id);
    }
  }

  it("are listed below its analyses with score, use, tags and kind", async () => {
    const { workbench, view } = stage;
    const rows = await view.tree.waitFor("the files", (seen) => seen.some(({ level }) => level === 3));
    assert.equal(rows.find((row) => row.label === "Media")?.description, "2 files");
    const video = rows.find((row) => row.label === "video.mp4");
    assert.match(
      video?.description ?? "",
      /^spoofing 0\.\d+, threshold 0\.5 · used by Face match, Liveness · video_selfie, .* · Video$/,
    );
    assert.equal(video?.icon, "device-camera-video");
    assert.match(video.spoken, /^File video\.mp4, spoofing/);
    await workbench.screenshot("media");
  });

  it("show only the host of a link in their tooltip", async () => {
    const hover = await stage.view.tree.hover("video.mp4");
    assert.match(hover, new RegExp(`Link: at ${HOST}`));
    assert.match(hover, /Tags: video_selfie, /);
    assert.doesNotMatch(hover, /static/);
  });

  it("open in the browser only after a confirmation that names the host", async () => {
    const { workbench, view } = stage;
    const requested: string[] = [];
    workbench.page.on("request", (request) => requested.push(request.url()));
    await (await view.tree.menu("video.mp4")).choose("Open in Browser");
    const question = await workbench.dialog.text();
    assert.match(
      question,
      new RegExp(`^Open a file from ${HOST} in the browser\\?\n.*personal data.*no token`),
    );
    assert.match(
      question,
      new RegExp(`not the host of the server that you are signed in to, 127\\.0\\.0\\.1:`),
    );
    await workbench.screenshot("media-question");
    await workbench.dialog.press("Cancel");
    await view.tree.act("video.mp4", "Open in Browser");
    await workbench.dialog.text();
    assert.deepEqual(
      requested.filter((url) => url.includes(HOST)),
      [],
    );
    await workbench.dialog.press("Open");
    // VS Code asks as well before it opens an untrusted site.
    assert.match(await workbench.dialog.text(), new RegExp(`http://${HOST}/static/.*video\\.mp4`));
    await workbench.dialog.press("Cancel");
  });

  it("stay expanded when the list is refreshed", async () => {
    const { view } = stage;
    await view.pressTitle("Refresh");
    const rows = await view.tree.waitFor("the files", (seen) => seen.some(({ level }) => level === 3));
    assert.equal(rows.find((row) => row.label === "Media")?.expanded, true);
  });
});

describe("the web console", () => {
  const SETTING = "ozInspector.webConsole.folderUrl";
  const stage = useStage({ theme: "light" });

  let id: string;
  beforeEach(async () => (id = await stage.sandbox.idAt(1)));

  /** Waits until context menu and Command Palette agree, as a setting reaches them one after the other. */
  async function isOffered(): Promise<boolean> {
    const { view, workbench } = stage;
    const read = async (): Promise<readonly [boolean, boolean]> => {
      const menu = await view.tree.menu(labelOf(id));
      const items = await menu.read();
      await menu.close();
      const palette = await workbench.commands("Open in Web Console");
      return [
        items.some(({ label }) => label === "Open in Web Console"),
        palette.includes("Oz Inspector: Open in Web Console"),
      ];
    };
    const [offered] = await eventually("menu and palette to agree", read, ([one, other]) => one === other);
    return offered;
  }

  it("is offered once its URL is set, and opens at the folder", async () => {
    const { workbench, view } = stage;
    assert.equal(await isOffered(), false);
    await workbench.changeSettings({ [SETTING]: "https://console.example/orders/{folder_id}?tab=1" });
    assert.equal(await isOffered(), true);
    const menu = await view.tree.menu(labelOf(id));
    await workbench.screenshot("web-console");
    await menu.choose("Open in Web Console");
    assert.ok((await workbench.dialog.text()).includes(`https://console.example/orders/${id}?tab=1`));
    await workbench.dialog.press("Cancel");
    await workbench.changeSettings({ [SETTING]: undefined });
    assert.equal(await isOffered(), false);
  });

  it("says in one sentence what is wrong with the setting", async () => {
    const { workbench, view } = stage;
    await workbench.changeSettings({ [SETTING]: "javascript:alert('{folder_id}')" });
    await (await view.tree.menu(labelOf(id))).choose("Open in Web Console");
    await workbench.notifications.waitFor(`The setting ${SETTING} must begin with https:// or http://`);
  });
});
