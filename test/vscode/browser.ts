import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from "playwright-core";
import { findChromium } from "./chromium";

/** Starts a browser without a window. The caller closes it; at the latest it ends with this process. */
export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: findChromium(),
    args: [
      // It shows only pages of our own server, and as root or in a container there is no sandbox.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-quic",
      "--no-first-run",
    ],
    // What happens at a signal is decided in processes.ts.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

export interface ProfileOptions extends BrowserContextOptions {
  /** Whether VS Code forgets secrets at each load of its page, as it does where there is no keyring. */
  readonly forgetsSecrets?: boolean;
}

/** Opens a browser profile in which VS Code keeps secrets as it keeps other state: until the profile is closed. */
export async function openProfile(
  browser: Browser,
  { forgetsSecrets = false, ...options }: ProfileOptions = {},
): Promise<BrowserContext> {
  const profile = await browser.newContext({
    ...options,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  if (forgetsSecrets) return profile;
  // The page asks for half of its key here, and forgets secrets at each load when nobody answers.
  await profile.addInitScript(() => {
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) =>
      (input instanceof Request ? input.url : String(input)).endsWith("/mint-key")
        ? new Response(new Uint8Array(32))
        : await fetch(input, init);
  });
  return profile;
}
