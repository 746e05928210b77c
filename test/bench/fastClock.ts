import type { Transport } from "../../src/oz/http/transport";
import { TestClock } from "../unit/testClock";

/** Milliseconds: shorter than any interval that matters. */
const STEP = 50;

/** A clock that runs as fast as the machine, and stands while an answer is under way: minutes pass in moments. */
export class FastClock extends TestClock {
  private underWay = 0;

  /**
   * @param latency milliseconds of this clock that every answer waits
   * @returns the transport, for whose answers the clock stands
   */
  holding(transport: Transport, latency: number): Transport {
    return async (request) => {
      this.underWay++;
      const reply = await transport(request).finally(() => this.underWay--);
      if (latency > 0) await new Promise<void>((resolve) => this.after(latency, resolve));
      return reply;
    };
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
    while (this.underWay > 0);
  }
}
