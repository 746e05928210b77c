import type { Layer } from "./runLayer";
import { hasServer, npmCommand, type Command, type System } from "./vscode/systems";
import type { Version } from "./vscode/versions";

/** Rounds of requests in half a minute at most, and the random numbers, always the same. */
const [SOAK_POLLS, SOAK_SEED] = ["240", "20261126"];

/**
 * @param npmScript npm's own script, see `npmCommand`
 * @returns the layers of `npm test` on a system: those of a step run at the same time, and each step begins when the one
 *   before it has ended. Where VS Code has no server build, its desktop build runs the host suite, and nothing clicks
 */
export function layersFor(system: System, npmScript: string | undefined): readonly (readonly Layer[])[] {
  const script = (name: string, ...args: string[]): Command =>
    npmCommand(system, npmScript, "run", "--silent", name, ...(args.length > 0 ? ["--", ...args] : []));
  const typescript = (...args: string[]): Command => [process.execPath, "--import", "tsx", ...args];
  const mocha = (config: string): Command => [
    process.execPath,
    "node_modules/mocha/bin/mocha.js",
    "--config",
    config,
  ];
  const served = hasServer(system);
  const host = (version: Version): Command =>
    typescript(
      "test/vscode/runHost.ts",
      version,
      // What users install; the step before has built it.
      "--package=out/oz-inspector.vsix",
      ...(served ? [] : ["--desktop"]),
    );

  const provision: Layer = {
    name: "VS Code and Chromium",
    command: typescript("test/vscode/provisionAll.ts"),
    tests: false,
  };
  // Has two lanes of its own.
  const clicks: Layer = { name: "clicks in VS Code", command: mocha("test/ui/.mocharc.json"), tests: true };
  return [
    served ? [provision] : [],
    [
      { name: "unit tests", command: script("test:unit"), tests: true },
      { name: "lint", command: script("lint"), tests: false },
      { name: "soak, shortened", command: script("soak", SOAK_POLLS, SOAK_SEED), tests: false },
      { name: "types", command: script("types"), tests: false },
      { name: "format", command: script("format:check"), tests: false },
      // The steps below run the build that this one leaves behind.
      { name: "package", command: script("test:package"), tests: true },
    ],
    [
      { name: "broken servers", command: mocha("test/faults/.mocharc.json"), tests: true },
      { name: "in VS Code, current", command: host("current"), tests: true },
      { name: "in VS Code, minimum", command: host("minimum"), tests: true },
    ],
    served ? [clicks] : [],
  ];
}
