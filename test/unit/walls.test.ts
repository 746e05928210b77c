import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { makeTemporary, removeTemporary } from "../vscode/temporary";

/** The part of dependency-cruiser's report that is used here. */
interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      /** As written in the file. */
      readonly unresolvedTo: string;
    }[];
  };
}

const run = promisify(execFile);

/** Every way to import a module. */
const ways = {
  static: (module: string) => `import "${module}";`,
  type: (module: string) => `import type { T } from "${module}";`,
  inlineType: (module: string) => `import { type T } from "${module}";`,
  dynamic: (module: string) => `export const load = () => import("${module}");`,
  typeofImport: (module: string) => `export type T = typeof import("${module}");`,
  typeInImport: (module: string) => `export const t: import("${module}").T = 1;`,
  exportFrom: (module: string) => `export { T } from "${module}";`,
  exportAll: (module: string) => `export * from "${module}";`,
  exportType: (module: string) => `export type { T } from "${module}";`,
  importEquals: (module: string) => `import t = require("${module}");`,
  require: (module: string) => `const t = require("${module}");`,
};
type Way = keyof typeof ways;
const allWays = Object.keys(ways) as Way[];

const rooms = ["base", "status", "oz", "folders", "connections", "views", "commands", "tools", "sandbox"];
const inRooms = (names: string): string[] => names.split(" ").map((room) => `../${room}/target`);

/** Forbidden imports: the rule, the room of the importing file, and the modules it may not import. */
const forbidden: readonly (readonly [rule: string, room: string, modules: readonly string[]])[] = [
  ["one-way", "base", inRooms("status oz folders connections views commands tools sandbox")],
  ["one-way", "status", inRooms("oz folders connections views commands tools sandbox")],
  ["one-way", "oz", inRooms("folders connections views commands tools sandbox")],
  ["one-way", "folders", inRooms("connections views commands tools sandbox")],
  ["one-way", "connections", inRooms("views commands tools")],
  ["one-way", "views", inRooms("commands tools sandbox")],
  ["one-way", "commands", inRooms("tools sandbox")],
  ["one-way", "tools", inRooms("sandbox")],
  ["one-way", "sandbox", inRooms("oz folders connections views commands tools")],
  ...["base", "status", "oz", "folders", "connections", "sandbox"].flatMap(
    (room) =>
      [
        ["one-way", room, ["../settings"]],
        ["no-vscode", room, ["vscode"]],
      ] as const,
  ),
  ...rooms.flatMap(
    (room) =>
      [
        ["one-way", room, ["../api", "../extension"]],
        ["no-node-fetch", room, ["node-fetch"]],
        ["no-test", room, ["../../test/target"]],
      ] as const,
  ),
];

const sandboxFromConnections = ["sandbox-by-import()", "connections", ["../sandbox/target"]] as const;

/** The same for the files at the top of src. */
const forbiddenBeside: readonly (readonly [rule: string, file: string, module: string])[] = [
  ["one-way", "api.ts", "./connections/target"],
  ["one-way", "api.ts", "./settings"],
  ["one-way", "settings.ts", "./views/target"],
  ["one-way", "settings.ts", "./sandbox/target"],
  ["one-way", "settings.ts", "./extension"],
  ["no-vscode", "other.ts", "vscode"],
  ["no-node-fetch", "extension.ts", "node-fetch"],
];

/** Ways in which two files can import each other. */
const circles: readonly (readonly [there: Way, back: Way])[] = [
  ["static", "static"],
  ["type", "type"],
  ["static", "typeofImport"],
  ["type", "exportType"],
  ["static", "dynamic"],
];

describe("the import rules between rooms", function () {
  this.timeout(60_000);
  let folder: string;
  let untouched: readonly string[];
  let refused: ReadonlySet<string>;

  before(async () => {
    folder = await makeTemporary();
    await cp("src", path.join(folder, "src"), { recursive: true });
    await symlink(path.resolve("node_modules"), path.join(folder, "node_modules"), "junction");
    untouched = await check();

    await mkdir(path.join(folder, "test"));
    await plant("test/target.ts", "export type T = 1;");
    for (const room of rooms) await plant(`src/${room}/target.ts`, "export type T = 1;");
    for (const [, room, modules] of [...forbidden, sandboxFromConnections]) {
      for (const way of allWays) await plant(`src/${room}/${way}.ts`, modules.map(ways[way]).join("\n"));
    }
    for (const [, file, module] of forbiddenBeside) await plant(`src/${file}`, ways.type(module));
    for (const [index, [there, back]] of circles.entries()) {
      await plant(`src/base/there${index}.ts`, ways[there](`./back${index}`));
      await plant(`src/base/back${index}.ts`, ways[back](`./there${index}`));
    }
    refused = new Set(await check());
  });

  after(() => removeTemporary(folder));

  it("find nothing wrong in src", () => {
    assert.deepEqual(untouched, []);
  });

  for (const way of allWays) {
    it(`refuse each forbidden module in ${ways[way]("…")}`, () => {
      for (const [rule, room, modules] of forbidden) {
        for (const module of modules) mustRefuse(`${rule}: src/${room}/${way}.ts → ${module}`);
      }
    });
  }

  it("refuse forbidden modules in the files at the top of src", () => {
    for (const [rule, file, module] of forbiddenBeside) mustRefuse(`${rule}: src/${file} → ${module}`);
  });

  it("let connections import the sandbox only by import()", () => {
    const [rule, room, [module]] = sandboxFromConnections;
    const allowed = allWays.filter((way) => !refused.has(`${rule}: src/${room}/${way}.ts → ${module}`));
    assert.deepEqual(allowed, ["dynamic"]);
  });

  for (const [index, names] of circles.entries()) {
    it(`refuse a circle of ${names.join(" and ")}`, () => {
      mustRefuse(`no-circle: src/base/back${index}.ts → ./there${index}`);
    });
  }

  function mustRefuse(line: string): void {
    assert.ok(refused.has(line), line);
  }

  async function plant(file: string, text: string): Promise<void> {
    await appendFile(path.join(folder, file), `${text}\n`);
  }

  /** @returns the violations: the rule, the file and what it imports */
  async function check(): Promise<string[]> {
    const cruiser = path.resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const config = path.resolve(".dependency-cruiser.mjs");
    const args = [cruiser, "src", "--config", config, "--output-type", "json"];
    const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: Infinity });
    const { violations } = (JSON.parse(stdout) as Report).summary;
    return violations.map(({ rule, from, unresolvedTo }) => `${rule.name}: ${from} → ${unresolvedTo}`);
  }
});
