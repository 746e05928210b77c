import { once } from "node:events";
import { cleanEnvironment } from "./environment";
import { startProcess } from "./processes";
import { here, npmCommand } from "./systems";

/**
 * Runs npm in a folder and waits for it.
 * @throws Error with npm's output, or with one sentence if there is no network
 */
export async function npm(args: readonly string[], folder: string): Promise<void> {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const [name, ...rest] = npmCommand(here, process.env.npm_execpath, ...args, ...quiet);
  const child = startProcess(name, rest, cleanEnvironment(), folder);
  let output = "";
  const read = (text: Buffer): void => {
    output += text.toString();
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const [code] = (await once(child, "close")) as [number | null];
  if (code === 0) return;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|network/i.test(output)) {
    throw new Error(
      `"npm ${args.join(" ")}" could not reach the npm registry. Check your network connection.`,
    );
  }
  throw new Error(`"npm ${args.join(" ")}" failed in ${folder}:\n${output.trim()}`);
}
