import type { Workbench } from "../workbench/workbench";
import { kept, shown } from "./places";
import type { Place } from "./search";

/** Remembers every text that a window shows, each with the step at which it was first seen. */
export class Witness {
  private readonly seen = new Map<string, Place>();
  private step = "the beginning";

  constructor(private readonly workbench: Workbench) {
    const { page } = workbench;
    page.on("console", (message) => this.remember({ where: "the console", text: message.text() }));
    page.on("request", (request) => this.remember({ where: "a request of the page", text: request.url() }));
  }

  /**
   * Records everything exposed right now.
   * @param step the action just before
   */
  async look(step: string): Promise<void> {
    this.step = step;
    for (const place of await shown(this.workbench)) this.remember(place);
  }

  /** Everything seen so far, and everything that persists. */
  async everything(): Promise<Place[]> {
    return [...this.seen.values(), ...(await kept(this.workbench))];
  }

  private remember({ where, text }: Place): void {
    const key = `${where}\n${text}`;
    if (!this.seen.has(key)) this.seen.set(key, { where, text, step: this.step });
  }
}
