import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from "playwright-core";
import { findChromium } from "./chromium";

/** Starts a headless browser. The caller closes it; it ends with this process at the latest. */
export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: findChromium(),
    args: [
      // Chromium's sandbox does not work as root or in a container; only our own server's pages are shown.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-quic",
      "--no-first-run",
    ],
    // Signals are handled in exit.ts.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

export interface ProfileOptions extends BrowserContextOptions {
  /** Whether VS Code loses secrets at each page load, as it does without a keyring. */
  readonly forgetsSecrets?: boolean;
}

/** Opens a browser profile in which VS Code keeps secrets, like its other state, until the profile is closed. */
export async function openProfile(
  browser: Browser,
  { forgetsSecrets = false, ...options }: ProfileOptions = {},
): Promise<BrowserContext> {
  const profile = await browser.newContext({
    ...options,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  if (forgetsSecrets) return profile;
  // The page fetches half of its key here, and loses secrets at each load if that fails.
  await profile.addInitScript(() => {
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) =>
      (input instanceof Request ? input.url : String(input)).endsWith("/mint-key")
        ? new Response(new Uint8Array(32))
        : await fetch(input, init);
  });
  return profile;
}
