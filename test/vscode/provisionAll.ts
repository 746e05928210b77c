// Downloads what the tests need, so that no test has to wait for it.
import { findChromium } from "./chromium";
import { exitWith } from "./exit";
import { provision } from "./provision";
import { versions } from "./versions";

async function main(): Promise<number> {
  for (const version of versions) console.log(`VS Code ${(await provision(version)).vscode}`);
  console.log(findChromium());
  return 0;
}

void exitWith(main);
