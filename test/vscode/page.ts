import { pathToFileURL } from "node:url";
import type { Server } from "./server";

/** What VS Code opens. */
export interface PageOptions {
  /** Path or URI of the folder to open; without one the window is empty. */
  readonly folder?: string;
  /** The `.code-workspace` file to open instead. */
  readonly workspaceFile?: string;
  /** The extension under development; VS Code in a browser accepts only one. */
  readonly extension?: string;
  /** The module whose `run` is called in the extension host. */
  readonly tests?: string;
}

/** The address at which a server shows VS Code with these options. */
export function pageAddress(
  server: Server,
  { folder, workspaceFile, extension, tests }: PageOptions,
): string {
  const remote = (file: string): string =>
    `vscode-remote://${server.authority}${pathToFileURL(file).pathname}`;
  const payload = [["skipWelcome", "true"]];
  if (extension !== undefined) payload.push(["extensionDevelopmentPath", remote(extension)]);
  if (tests !== undefined) payload.push(["extensionTestsPath", remote(tests)]);

  const address = new URL(`http://${server.authority}/`);
  if (server.token !== undefined) address.searchParams.set("tkn", server.token);
  if (workspaceFile !== undefined) address.searchParams.set("workspace", onServer(workspaceFile));
  else if (folder !== undefined) address.searchParams.set("folder", onServer(folder));
  else address.searchParams.set("ew", "true");
  address.searchParams.set("payload", JSON.stringify(payload));
  return address.href;
}

/** A path in the form that the page expects; a URI stays as it is. */
const onServer = (place: string): string =>
  /^[a-z]{2,}:/.test(place) ? place : decodeURI(pathToFileURL(place).pathname);
