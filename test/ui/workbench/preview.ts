import type { Frame, Page } from "playwright-core";
import { eventually } from "./eventually";

/** The open Markdown previews. */
export class Preview {
  constructor(private readonly page: Page) {}

  /** Waits until their text meets a condition, and returns it. */
  async waitFor(what: string, isRight: (text: string) => boolean): Promise<string> {
    return await eventually(what, () => this.text((frame) => frame.locator("body").innerText()), isRight);
  }

  /** Waits until a text that meets a condition can be seen: VS Code loads a page into a hidden frame first. */
  async waitUntilShown(what: string, isRight: (text: string) => boolean): Promise<string> {
    return await eventually(what, () => this.text(visibleText), isRight);
  }

  private async text(read: (frame: Frame) => Promise<string>): Promise<string> {
    const frames = this.page.frames().filter((frame) => frame.url().includes("fake.html"));
    // A frame that is being replaced has no text.
    const texts = frames.map((frame) => read(frame).catch(() => ""));
    return (await Promise.all(texts)).join("\n");
  }
}

async function visibleText(frame: Frame): Promise<string> {
  const element = await frame.frameElement();
  return (await element.isVisible()) ? await frame.locator("body").innerText() : "";
}
