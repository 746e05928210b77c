import { TOKEN_HEADER } from "../../oz/http/ozHttp";

/**
 * @param url of a GET
 * @returns a command for any POSIX shell, which takes the token from the environment variable `OZ_ACCESS_TOKEN`
 */
export function curlCommand(url: string): string {
  // -g keeps curl from expanding brackets and braces in the URL.
  return `curl -g -H "${TOKEN_HEADER}: $OZ_ACCESS_TOKEN" '${url.replaceAll("'", "'\\''")}'`;
}

/**
 * @param url of a GET
 * @returns a command for Windows PowerShell and PowerShell, which prints the reply as the server sent it and takes the
 * token from the environment variable `OZ_ACCESS_TOKEN`
 */
export function powerShellCommand(url: string): string {
  // Windows PowerShell would run scripts of a page without -UseBasicParsing. Both follow redirects with all headers, the
  // token too, unless told not to.
  const options = `-UseBasicParsing -MaximumRedirection 0`;
  const headers = `@{ '${TOKEN_HEADER}' = "$env:OZ_ACCESS_TOKEN" }`;
  return `(Invoke-WebRequest ${options} -Headers ${headers} -Uri '${url.replace(/['‘’‚‛]/g, "$&$&")}').Content`;
}

/**
 * @param url of a GET
 * @returns a request for a `.http` file, as VS Code's REST Client and JetBrains' HTTP Client read it, with the token as
 * the variable `ozAccessToken`
 */
export function httpRequest(url: string): string {
  return `### Oz API\nGET ${url}\nAccept: application/json\n${TOKEN_HEADER}: {{ozAccessToken}}\n`;
}
