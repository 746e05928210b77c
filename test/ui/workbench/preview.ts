import type { Page } from "playwright-core";
import { eventually } from "./eventually";

/** The open Markdown previews. */
export class Preview {
  constructor(private readonly page: Page) {}

  /** Waits until their text meets a condition, and returns it. */
  async waitFor(what: string, isRight: (text: string) => boolean): Promise<string> {
    return await eventually(what, async () => await this.text(), isRight);
  }

  private async text(): Promise<string> {
    const frames = this.page.frames().filter((frame) => frame.url().includes("fake.html"));
    // A frame that is being replaced has no text.
    const read = frames.map((frame) =>
      frame
        .locator("body")
        .innerText()
        .catch(() => ""),
    );
    return (await Promise.all(read)).join("\n");
  }
}
