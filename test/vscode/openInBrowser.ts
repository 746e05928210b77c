import { spawn } from "node:child_process";
import { browserCommand, here } from "./systems";

/** Opens an address in the user's own browser, if there is one. */
export function openInBrowser(address: string): void {
  const hasScreen = [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some(Boolean);
  const command = browserCommand(here, hasScreen, address);
  if (!command) return;
  const [name, ...args] = command;
  spawn(name, args, { detached: true, stdio: "ignore" })
    // The address is printed as well, to open it by hand.
    .on("error", () => undefined)
    .unref();
}
