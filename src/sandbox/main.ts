import { SANDBOX_ACCOUNT } from "./account";
import { HELP, readFlags } from "./flags";
import { TOKEN_HEADER } from "./server/authorizeRoutes";
import { startSandbox, type StartOptions } from "./start";

/** Runs a sandbox from the command line until Ctrl-C. */
async function main(flags: StartOptions): Promise<void> {
  const sandbox = await startSandbox(flags);
  console.log(greeting(sandbox.address, flags));
  process.once("SIGINT", () => void sandbox.close());
}

function greeting(address: string, { folders }: StartOptions): string {
  return `Oz API sandbox with ${folders ?? 0} folders: ${address}
  email     ${SANDBOX_ACCOUNT.email}
  password  ${SANDBOX_ACCOUNT.password}

  curl -g -H '${TOKEN_HEADER}: ${SANDBOX_ACCOUNT.accessToken}' \\
    '${address}/api/folders/?limit=5&with_analyses=true'

Press Ctrl-C to stop.`;
}

function fail(exitCode: number, error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = exitCode;
}

try {
  const flags = readFlags(process.argv.slice(2));
  if (flags === "help") console.log(HELP);
  else main(flags).catch((error: unknown) => fail(1, error));
} catch (error) {
  fail(2, error);
}
