import type { TestSandbox } from "../ui/server";
import { labelOf } from "../ui/server";
import { persist } from "../ui/workbench/eventually";
import type { View } from "../ui/workbench/view";
import type { Workbench } from "../ui/workbench/workbench";
import type { Frame } from "./movingPicture";

/** Where the sandbox has these folders, see `CATALOGUE`. */
const [SUCCESS, DECLINED] = [0, 1];

/** Where the sidebar ends, in pixels. */
const SIDEBAR = 460;

/** Milliseconds for which a picture of the tour stays. */
const STAYS = 2_000;

type Clip = Record<"x" | "y" | "width" | "height", number>;

/** Plays what the README shows, and takes its pictures. */
export class Scenes {
  /** Of the tour. */
  readonly frames: Frame[] = [];
  private readonly folders: View;

  constructor(
    private readonly workbench: Workbench,
    private readonly sandbox: TestSandbox,
  ) {
    this.folders = workbench.view("ozInspector.folders");
  }

  /** @returns PNGs by their names */
  async play(): Promise<Record<string, Buffer>> {
    return {
      tree: await this.tree(),
      explanation: await this.explanation(),
      overview: await this.overview(),
      json: await this.json(),
      watch: await this.watch(),
    };
  }

  private async tree(): Promise<Buffer> {
    const { workbench, folders, sandbox } = this;
    await workbench.extensionHost.execute("ozInspector.openSandbox", sandbox.address);
    await workbench.openContainer("Oz Inspector");
    await folders.tree.waitFor("folders", (rows) => rows.length > 10);
    await this.widenSidebar();
    await this.frame();
    const declined = await this.label(DECLINED);
    await folders.tree.expand(declined);
    await this.frame();
    await folders.tree.hover(declined);
    await this.frame();
    return await this.picture({ x: 0, y: 36, width: 466, height: 440 });
  }

  private async explanation(): Promise<Buffer> {
    const { workbench, folders } = this;
    const id = await this.sandbox.idAt(DECLINED);
    await (await folders.tree.menu(labelOf(id))).choose("Explain Result");
    await workbench.preview.waitUntilShown("the explanation", (text) => text.includes(id));
    await this.frame();
    return await this.picture();
  }

  private async overview(): Promise<Buffer> {
    const { workbench } = this;
    await workbench.runCommand("Oz Inspector: Show Overview…");
    await workbench.quickInput.pick("All Folders of a Period…");
    await workbench.quickInput.pick("Any time");
    await workbench.preview.within("Results over time", async (page) => {
      await page.locator("canvas").first().waitFor();
      await page.evaluate("document.querySelector('h2').scrollIntoView()");
    });
    return await this.picture();
  }

  private async json(): Promise<Buffer> {
    const { workbench, folders } = this;
    const id = await this.sandbox.idAt(DECLINED);
    await folders.tree.act(labelOf(id), "Open JSON");
    await workbench.editor.waitFor("the JSON", (text) => text.includes(id));
    await workbench.editor.hoverAt("DECLINED");
    await this.frame();
    return await this.picture();
  }

  private async watch(): Promise<Buffer> {
    const { workbench, folders, sandbox } = this;
    const { page } = workbench;
    const label = await this.label(SUCCESS);
    await persist(`${label} to be watched`, () => folders.tree.act(label, "Watch Folder"));
    sandbox.analyseAgain(await sandbox.idAt(SUCCESS), "DECLINED");
    await workbench.extensionHost.execute("ozInspector.refresh");
    await workbench.statusBar.waitFor(`${label} Processing`);
    await page.mouse.move(0, 0);
    await this.frame();
    await workbench.notifications.waitFor(label);
    await this.frame();
    return await this.picture();
  }

  private async label(index: number): Promise<string> {
    return labelOf(await this.sandbox.idAt(index));
  }

  private async frame(): Promise<void> {
    this.frames.push({ png: await this.picture(), stays: STAYS });
  }

  /** @param clip a part of the window; all of it by default */
  private async picture(clip?: Clip): Promise<Buffer> {
    return await this.workbench.page.screenshot({ animations: "disabled", ...(clip && { clip }) });
  }

  /** Drags its edge, so that the rows can be read to their end. */
  private async widenSidebar(): Promise<void> {
    const { page } = this.workbench;
    const { x, y, width } = (await page.locator(".part.sidebar").boundingBox())!;
    await page.mouse.move(x + width, y + 200);
    await page.mouse.down();
    await page.mouse.move(SIDEBAR, y + 200, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(0, 0);
  }
}
