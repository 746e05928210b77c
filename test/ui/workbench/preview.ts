import type { Frame, Page } from "playwright-core";
import { eventually } from "./eventually";
import type { ExtensionHost } from "./extensionHost";

/** Milliseconds after which a page that is not right is rendered again. */
const STALE = 10_000;

/** The open Markdown previews. */
export class Preview {
  constructor(
    private readonly page: Page,
    private readonly extensionHost: ExtensionHost,
  ) {}

  /** Waits until their text meets a condition, and returns it. */
  async waitFor(what: string, isRight: (text: string) => boolean): Promise<string> {
    return await this.eventually(what, (frame) => frame.locator("body").innerText(), isRight);
  }

  /** Waits until a text that meets a condition can be seen: VS Code loads a page into a hidden frame first. */
  async waitUntilShown(what: string, isRight: (text: string) => boolean): Promise<string> {
    return await this.eventually(what, visibleText, isRight);
  }

  /** Acts in the page that shows a text; again, if VS Code renders the page anew meanwhile. */
  async within<T>(text: string, act: (frame: Frame) => Promise<T>): Promise<T> {
    for (;;) {
      await this.waitUntilShown(text, (shown) => shown.includes(text));
      for (const frame of this.frames()) {
        try {
          if ((await visibleText(frame)).includes(text)) return await act(frame);
        } catch (error) {
          if (!frame.isDetached()) throw error;
        }
      }
    }
  }

  private async eventually(
    what: string,
    read: (frame: Frame) => Promise<string>,
    isRight: (text: string) => boolean,
  ): Promise<string> {
    let renderedAt = performance.now();
    const readPages = async (): Promise<string> => {
      const text = await this.text(read);
      if (!isRight(text) && performance.now() - renderedAt > STALE) {
        // On a busy machine VS Code sends a page its text before the page listens, and then never again: it stays blank or
        // as it was, whatever its document says. This renders what the document says.
        await this.extensionHost.execute("markdown.preview.refresh");
        renderedAt = performance.now();
      }
      return text;
    };
    return await eventually(what, readPages, isRight);
  }

  private async text(read: (frame: Frame) => Promise<string>): Promise<string> {
    const frames = this.frames();
    // A frame that is being replaced has no text.
    const texts = frames.map((frame) => read(frame).catch(() => ""));
    return (await Promise.all(texts)).join("\n");
  }

  private frames(): Frame[] {
    return this.page.frames().filter((frame) => frame.url().includes("fake.html"));
  }
}

async function visibleText(frame: Frame): Promise<string> {
  const element = await frame.frameElement();
  return (await element.isVisible()) ? await frame.locator("body").innerText() : "";
}
