import { spawn } from "node:child_process";

/** Opens an address in the user's own browser, if there is one. */
export function openInBrowser(address: string): void {
  const command = opener();
  if (!command) return;
  const [name, ...args] = command;
  spawn(name, [...args, address], { detached: true, stdio: "ignore" })
    // The address is printed as well, to open it by hand.
    .on("error", () => undefined)
    .unref();
}

function opener(): [name: string, ...args: string[]] | undefined {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ["xdg-open"] : undefined;
}
