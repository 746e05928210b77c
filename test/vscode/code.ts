// Replaces desktop VS Code's executable for @vscode/test-electron: with
// `--extensionDevelopmentPath=… --extensionTestsPath=… [folder]` it runs the tests and exits with their code.
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { openProfile, startBrowser } from "./browser";
import { relayConsole } from "./console";
import { exitWith } from "./exit";
import { within } from "./limit";
import { pageAddress } from "./page";
import { provision } from "./provision";
import { startServer } from "./server";
import { isVersion } from "./versions";

const minutes = 5;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      vscode: { type: "string", default: "current" },
      package: { type: "string" },
      extensionDevelopmentPath: { type: "string", default: "" },
      extensionTestsPath: { type: "string", default: "" },
    },
    // @vscode/test-electron also passes options that only desktop VS Code knows.
    strict: false,
    allowPositionals: true,
  });
  if (!isVersion(values.vscode)) throw new Error(`Unknown version of VS Code: ${String(values.vscode)}`);

  const build = await provision(values.vscode);
  const server = await startServer({
    build,
    forTests: true,
    packages: typeof values.package === "string" ? [values.package] : [],
    env: { TEST_VSCODE: build.vscode },
  });
  const browser = await startBrowser();
  try {
    const address = pageAddress(server, {
      ...(positionals[0] === undefined ? {} : { folder: positionals[0] }),
      extension: String(values.extensionDevelopmentPath),
      tests: String(values.extensionTestsPath),
    });
    const tests = runTests(await (await openProfile(browser)).newPage(), address);
    return await within(minutes * 60, `The tests inside VS Code ${build.vscode}`, tests);
  } finally {
    await browser.close();
    await server.dispose();
  }
}

/** Loads the page that runs the tests, relays their console and returns their exit code. */
async function runTests(page: Page, address: string): Promise<number> {
  await page.exposeFunction("codeAutomationLog", relayConsole);
  return await new Promise((resolve, reject) => {
    page.on("crash", () => reject(new Error("The browser page that runs VS Code crashed.")));
    page
      .exposeFunction("codeAutomationExit", resolve)
      .then(() => page.goto(address), reject)
      .catch(reject);
  });
}

void exitWith(main);
