import { once } from "node:events";
import { cleanEnvironment } from "./environment";
import { startProcess } from "./processes";

/**
 * Runs npm in a folder and waits for it. Its output is shown only when it fails, and not even then when all it has to
 * say is that there is no network.
 */
export async function npm(args: readonly string[], folder: string): Promise<void> {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const child = startProcess("npm", [...args, ...quiet], cleanEnvironment(), folder);
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
      `The npm registry cannot be reached, so "npm ${args.join(" ")}" could not install anything.`,
    );
  }
  throw new Error(`"npm ${args.join(" ")}" failed in ${folder}:\n${output.trim()}`);
}
