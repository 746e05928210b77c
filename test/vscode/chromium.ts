import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { cleanEnvironment } from "./environment";

/** The usual paths of Chromium and browsers based on it. */
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

/** Returns the path of a Chromium, and installs one if necessary. `CHROME_PATH` takes precedence. */
export function findChromium(): string {
  const given = process.env.CHROME_PATH;
  if (given !== undefined && !existsSync(given)) throw new Error(`CHROME_PATH does not exist: ${given}`);
  const found = given ?? existing();
  if (found !== undefined) return found;

  console.log("Installing Chromium (only once)…");
  for (const [command, ...args] of installers()) {
    const { status } = spawnSync(command, args, { env: cleanEnvironment(), stdio: "ignore" });
    const installed = status === 0 ? existing() : undefined;
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "Chromium was not found and could not be installed. Install it, or set CHROME_PATH to its path.",
  );
}

function existing(): string | undefined {
  return [...(usual[process.platform] ?? []), chromium.executablePath()].find((file) => existsSync(file));
}

/** Tried in order. Debian's package includes the system libraries that Playwright's build needs but lacks. */
function installers(): [command: string, ...args: string[]][] {
  const apt = "apt-get update && apt-get install -y --no-install-recommends chromium";
  const isRoot = process.getuid?.() === 0;
  const playwright = path.join(path.dirname(require.resolve("playwright-core")), "cli.js");
  return [
    ...(isRoot && existsSync("/usr/bin/apt-get") ? [["sh", "-c", apt] as [string, ...string[]]] : []),
    [process.execPath, playwright, "install", "chromium"],
  ];
}
