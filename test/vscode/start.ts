// `npm start`: VS Code, in a browser or on the desktop, with the extension signed in to a sandbox.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { startSandbox } from "../../src/sandbox/start";
import { exitWith } from "./exit";
import { openInBrowser } from "./openInBrowser";
import { pageAddress } from "./page";
import { provision } from "./provision";
import { startServer } from "./server";
import { startDesktop } from "./startDesktop";
import { hasServer, here } from "./systems";
import { pins } from "./versions";
import { copyWorkspace } from "./workspace";

const root = path.join(import.meta.dirname, "../..");
const extensions = [root, path.join(import.meta.dirname, "signedIn")];

async function main(): Promise<number> {
  execFileSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
  const sandbox = await startSandbox({ folders: 10_000, arrivalInterval: 20_000 });
  const { folder } = await copyWorkspace();
  const env = { OZ_INSPECTOR_SANDBOX: sandbox.address };
  console.log(`Sandbox API: ${sandbox.address}`);
  if (hasServer(here)) {
    await serve(folder, env);
    return await new Promise(() => undefined);
  }
  console.log("Close VS Code or press Ctrl-C to stop both.");
  await startDesktop({ version: pins.current.vscode, folder, extensions, env });
  return 0;
}

/** Starts VS Code as a server, and opens it in the user's browser. */
async function serve(folder: string, env: Readonly<Record<string, string>>): Promise<void> {
  const build = await provision("current");
  const server = await startServer({
    build,
    // Whoever knows the address has a terminal on this machine.
    token: randomBytes(16).toString("hex"),
    extensions,
    env,
    // Without, the log that the README leans on is empty.
    trace: true,
  });
  const address = pageAddress(server, { folder });
  console.log(`
VS Code ${build.vscode} with Oz Inspector is ready, signed in to a sandbox:

  ${address}

Press Ctrl-C to stop both.`);
  openInBrowser(address);
}

void exitWith(main, 0);
