import type { Server } from "node:http";

/** Reached from this machine alone. */
export const HOST = "127.0.0.1";

/**
 * Opens a server to this machine alone.
 * @throws Error with one sentence, when the port is taken or not allowed
 */
export async function listen(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, HOST, resolve);
    });
  } catch (error) {
    throw new Error(explain(error as NodeJS.ErrnoException, port), { cause: error });
  }
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use: choose another one, or 0 for any.`;
    case "EACCES":
      return `Port ${port} may not be used by you: choose one above 1023, or 0 for any.`;
    case "ERR_SOCKET_BAD_PORT":
      return `${port} is no port: choose a whole number from 0 to 65535.`;
    default:
      return `The sandbox could not listen on port ${port}: ${error.message}.`;
  }
}

/** Closes a server at once, also for whoever still waits for a reply. Can be called again. */
export async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
