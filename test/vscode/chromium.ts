import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { cleanEnvironment } from "./environment";

/** Where Chromium and its kin are usually installed. */
const usual: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      path.join(folder, "Google/Chrome/Application/chrome.exe"),
      path.join(folder, "Microsoft/Edge/Application/msedge.exe"),
    ]),
};

/** Gives the path of a Chromium; installs one where that is possible. `CHROME_PATH` names another one to use. */
export function findChromium(): string {
  const given = process.env.CHROME_PATH;
  if (given !== undefined && !existsSync(given)) throw new Error(`CHROME_PATH names no file: ${given}`);
  const found = given ?? existing();
  if (found !== undefined) return found;

  console.log("Chromium: installing it (once)");
  for (const [command, ...args] of installers()) {
    const { status } = spawnSync(command, args, { env: cleanEnvironment(), stdio: "ignore" });
    const installed = status === 0 ? existing() : undefined;
    if (installed !== undefined) return installed;
  }
  throw new Error("No Chromium was found or could be installed: install it, or name one in CHROME_PATH.");
}

function existing(): string | undefined {
  return [...(usual[process.platform] ?? []), chromium.executablePath()].find((file) => existsSync(file));
}

/** Tried in order. Debian's package brings the system libraries that Playwright's build needs and does not bring. */
function installers(): [command: string, ...args: string[]][] {
  const apt = "apt-get update && apt-get install -y --no-install-recommends chromium";
  const isRoot = process.getuid?.() === 0;
  const playwright = path.join(path.dirname(require.resolve("playwright-core")), "cli.js");
  return [
    ...(isRoot && existsSync("/usr/bin/apt-get") ? [["sh", "-c", apt] as [string, ...string[]]] : []),
    [process.execPath, playwright, "install", "chromium"],
  ];
}
