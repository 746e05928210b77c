import type { OwnProcess } from "./processes";

/** Waits until a VS Code server says on which port it listens. */
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
      // The rest of its output is read, so that it never waits for us, and dropped.
      server.stdout.off("data", read).resume();
      server.stderr.off("data", read).resume();
      resolve(Number(match[1]));
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", (error) => fail(`could not be started: ${error.message}`));
    server.once("exit", (code, signal) => fail(`ended at once with ${code ?? signal ?? "no code"}`));
  });
}
