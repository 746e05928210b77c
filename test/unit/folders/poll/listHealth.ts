/** Whether the last request for the list of a fake server failed, as `ServerHealth` tells the poller. */
export class ListHealth {
  fails = false;

  /** @returns the same as the request for the list, after recording how it went */
  async of(request: Promise<unknown>): Promise<void> {
    try {
      await request;
      this.fails = false;
    } catch (error) {
      this.fails = true;
      throw error;
    }
  }
}
