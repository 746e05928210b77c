import type { Element } from "./element";
import { eventually } from "./eventually";
import type { Workbench } from "./workbench";

/** The view of installed extensions. */
export class ExtensionsView {
  constructor(private readonly workbench: Workbench) {}

  /**
   * Searches for extensions.
   * @param query the search text, such as `@installed`
   * @param isRight whether the search has finished, by the names shown
   * @returns the visible names
   */
  async search(query: string, isRight: (names: readonly string[]) => boolean): Promise<string[]> {
    await this.workbench.extensionHost.execute("workbench.extensions.search", query);
    const rows = this.workbench.page.locator(".extensions-list .monaco-list-row .header .name");
    const read = async (): Promise<string[]> =>
      await rows.evaluateAll((names: Element[]) => names.map((name) => name.textContent));
    return await eventually(query, read, isRight);
  }
}
