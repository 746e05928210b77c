// Runs test/host inside VS Code: `runHost.ts [current] [minimum] [--desktop] [--package=VSIX]`,
// on the code in dist/, or as the package has it.
import path from "node:path";
import { parseArgs } from "node:util";
import { runTests, runVSCodeCommand, TestRunFailedError, type TestOptions } from "@vscode/test-electron";
import { buildHost } from "./buildHost";
import { exitWith } from "./exit";
import { makeTemporary } from "./temporary";
import { isVersion, pins, versions, type Version } from "./versions";
import { copyWorkspace } from "./workspace";

/** Which VS Code to start, and how. */
type Host = Partial<TestOptions> & { readonly launchArgs: readonly string[] };

const root = path.join(import.meta.dirname, "../..");

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { desktop: { type: "boolean", default: false }, package: { type: "string" } },
    allowPositionals: true,
  });
  const chosen = positionals.filter(isVersion);
  if (chosen.length < positionals.length)
    throw new Error(`Unknown version. Choose from ${versions.join(", ")}.`);

  // VS Code's terminal sets it, which would make the VS Code started here run as plain Node.
  delete process.env.ELECTRON_RUN_AS_NODE;
  let code = 0;
  for (const version of chosen.length > 0 ? chosen : versions) {
    const extensionTestsPath = await buildHost(`host-${version}`);
    const workspace = await copyWorkspace();
    try {
      const file = values.package === undefined ? undefined : path.resolve(values.package);
      const { launchArgs, ...host } = values.desktop ? await desktop(version, file) : served(version, file);
      await runTests({
        ...host,
        launchArgs: [...launchArgs, workspace.folder],
        // VS Code runs the tests of an extension under development only.
        extensionDevelopmentPath: file === undefined ? root : path.join(import.meta.dirname, "hostTests"),
        extensionTestsPath,
      });
    } catch (error) {
      if (!(error instanceof TestRunFailedError)) throw error;
      code = 1;
    } finally {
      await workspace.remove();
    }
  }
  return code;
}

/** VS Code as a server and a browser, which code.ts presents as the desktop executable. */
function served(version: Version, file: string | undefined): Host {
  const code = path.join(import.meta.dirname, "code.ts");
  const install = file === undefined ? [] : [`--package=${file}`];
  return {
    vscodeExecutablePath: process.execPath,
    launchArgs: ["--import", "tsx", code, `--vscode=${version}`, ...install],
  };
}

/** Desktop VS Code, which @vscode/test-electron downloads. */
async function desktop(version: Version, file: string | undefined): Promise<Host> {
  const name = version === "minimum" ? pins.minimum.vscode : "stable";
  const { stdout } = await runVSCodeCommand(["--version"], { version: name });
  const extensions = `--extensions-dir=${await makeTemporary()}`;
  if (file !== undefined)
    await runVSCodeCommand(["--install-extension", file, extensions], { version: name });
  return {
    version: name,
    // What "stable" is today.
    extensionTestsEnv: { TEST_VSCODE: stdout.split(/\r?\n/, 1)[0] },
    launchArgs: [extensions],
  };
}

void exitWith(main);
