import type { Transport } from "../../src/oz/http/transport";
import { TestClock } from "../unit/testClock";

/** Milliseconds: shorter than any interval that matters. */
const STEP = 50;

/** A clock that runs as fast as the machine allows, but pauses while a reply is pending. */
export class FastClock extends TestClock {
  private pendingReplies = 0;

  /**
   * @param latency milliseconds of this clock by which every reply is delayed
   * @returns a transport that pauses the clock while a reply or its body is pending
   */
  pausingFor(transport: Transport, latency: number): Transport {
    return async (request) => {
      const reply = await this.pausing(transport(request));
      if (latency > 0) await new Promise<void>((resolve) => this.after(latency, resolve));
      return { ...reply, readText: () => this.pausing(reply.readText()) };
    };
  }

  private pausing<T>(promise: Promise<T>): Promise<T> {
    this.pendingReplies++;
    return promise.finally(() => this.pendingReplies--);
  }

  /** @param milliseconds of this clock */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now() + milliseconds;
    while (this.now() < end) {
      await this.settle();
      this.advance(STEP);
    }
    await this.settle();
  }

  private async settle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.pendingReplies > 0);
  }
}
