// `npm start`: VS Code in a browser, with the extension signed in to a sandbox.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { startSandbox } from "../../src/sandbox/start";
import { exitWith } from "./exit";
import { openInBrowser } from "./openInBrowser";
import { pageAddress } from "./page";
import { provision } from "./provision";
import { startServer } from "./server";
import { copyWorkspace } from "./workspace";

const root = path.join(import.meta.dirname, "../..");

async function main(): Promise<number> {
  execFileSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
  const build = await provision("current");
  const sandbox = await startSandbox({ folders: 10_000, arrivalInterval: 20_000 });
  const workspace = await copyWorkspace();
  const server = await startServer({
    build,
    // Whoever knows the address has a terminal on this machine.
    token: randomBytes(16).toString("hex"),
    extensions: [root, path.join(import.meta.dirname, "signedIn")],
    env: { OZ_INSPECTOR_SANDBOX: sandbox.address },
  });
  const address = pageAddress(server, { folder: workspace.folder });
  console.log(`
VS Code ${build.vscode} with Oz Inspector is ready, signed in to a sandbox:

  ${address}

Sandbox API: ${sandbox.address}
Press Ctrl-C to stop both.`);
  openInBrowser(address);

  return await new Promise(() => undefined);
}

void exitWith(main, 0);
