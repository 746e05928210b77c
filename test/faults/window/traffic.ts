import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

const CHANNEL = "net.client.socket";

/** Counts the bytes that connections of this process carry, to tell a reply that comes from one that does not. */
export class Traffic {
  private readonly live = new Set<Socket>();
  private past = 0;
  private readonly listener = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    this.live.add(socket);
    socket.once("close", () => {
      this.live.delete(socket);
      // At least one: it also counts that a connection has ended.
      this.past += bytesOf(socket) + 1;
    });
  };

  constructor() {
    subscribe(CHANNEL, this.listener);
  }

  /** Grows whenever anything happens. */
  get amount(): number {
    return [...this.live].reduce((sum, socket) => sum + bytesOf(socket) + 1, this.past);
  }

  dispose(): void {
    unsubscribe(CHANNEL, this.listener);
  }
}

function bytesOf({ bytesRead, bytesWritten }: Socket): number {
  return bytesRead + bytesWritten;
}
