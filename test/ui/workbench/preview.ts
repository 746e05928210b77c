import type { Page } from "playwright-core";
import { eventually } from "./eventually";

/** The Markdown previews that are open. */
export class Preview {
  constructor(private readonly page: Page) {}

  /** Waits until their text is as it should be, and gives it. */
  async waitFor(what: string, isRight: (text: string) => boolean): Promise<string> {
    return await eventually(what, async () => await this.text(), isRight);
  }

  private async text(): Promise<string> {
    const frames = this.page.frames().filter((frame) => frame.url().includes("fake.html"));
    // A frame that is about to be replaced has no text.
    const read = frames.map((frame) =>
      frame
        .locator("body")
        .innerText()
        .catch(() => ""),
    );
    return (await Promise.all(read)).join("\n");
  }
}
