import { spawn } from "node:child_process";

/** Shows an address in the person's own browser, where there is one to show it. */
export function openInBrowser(address: string): void {
  const command = opener();
  if (!command) return;
  const [name, ...args] = command;
  spawn(name, [...args, address], { detached: true, stdio: "ignore" })
    // The address has been printed: whoever has no browser here opens it elsewhere.
    .on("error", () => undefined)
    .unref();
}

function opener(): [name: string, ...args: string[]] | undefined {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ["xdg-open"] : undefined;
}
