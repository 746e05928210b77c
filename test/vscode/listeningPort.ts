import type { OwnProcess } from "./processes";

/** Waits until a VS Code server prints its port. */
export async function listeningPort(server: OwnProcess): Promise<number> {
  let output = "";
  return await new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ${what}.\n${output.trim()}`));
    };
    const timer = setTimeout(() => fail("was not ready within 60 s"), 60_000);
    const read = (text: Buffer): void => {
      output += text.toString();
      const match = /listening on (\d+)/.exec(output);
      if (!match) return;
      clearTimeout(timer);
      // Discards the remaining output, as the server would block if nothing read it.
      server.stdout.off("data", read).resume();
      server.stderr.off("data", read).resume();
      resolve(Number(match[1]));
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", (error) => fail(`could not be started: ${error.message}`));
    server.once("exit", (code, signal) =>
      fail(`exited with ${code ?? signal ?? "no code"} before it was ready`),
    );
  });
}
