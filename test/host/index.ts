import { readdirSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";
import "../unit/seed";

/** Runs every host test. VS Code calls this in the extension host and exits when it is done. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: "bdd",
    // In the repository, relative to out/host-VERSION, where this file runs.
    reporter: path.join(__dirname, "../../test/tally.cjs"),
    timeout: 60_000,
    forbidOnly: true,
    forbidPending: true,
  });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: "utf8" }).sort()) {
    if (file.endsWith(".test.js")) mocha.addFile(path.join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} host ${failures === 1 ? "test" : "tests"} failed`);
}
