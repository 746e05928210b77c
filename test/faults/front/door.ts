import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";

/**
 * Ports that no system gives to a connection or a server that takes any: so none takes this one while the door is shut.
 * Linux gives those from 32768, others from 49152.
 */
const PORTS = { first: 20_000, count: 12_000 };

/** A port of this machine at which somebody listens, or for a while nobody. */
export class Door {
  private isOpen = true;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {
    server.on("listening", () => {
      if (!this.isOpen) server.close();
    });
  }

  /** @param welcome gets each connection; what it does not end stays half open when the client ends its half */
  static async open(welcome: (socket: Socket) => void): Promise<Door> {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, welcome);
    for (;;) {
      const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
      server.listen(port, "127.0.0.1");
      try {
        await once(server, "listening");
        return new Door(server, port);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      }
    }
  }

  /** From now on, connections are accepted or refused. Those that exist stay. */
  setOpen(isOpen: boolean): void {
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    if (isOpen) this.server.listen(this.port, "127.0.0.1");
    else this.server.close();
  }
}
