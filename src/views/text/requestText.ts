import { TOKEN_HEADER } from "../../oz/api/getRequests";

/**
 * @param url of a GET
 * @returns a command for any POSIX shell; the token is taken from the variable `OZ_ACCESS_TOKEN` when it runs
 */
export function curlCommand(url: string): string {
  // -g: curl takes brackets and braces in an address for a pattern otherwise.
  return `curl -g -H "${TOKEN_HEADER}: $OZ_ACCESS_TOKEN" '${url.replaceAll("'", "'\\''")}'`;
}

/**
 * @param url of a GET
 * @returns a request for a `.http` file, as the REST Client of VS Code and the HTTP Client of JetBrains read it; the
 * token is their variable `ozAccessToken`
 */
export function httpRequest(url: string): string {
  return `### Oz API\nGET ${url}\nAccept: application/json\n${TOKEN_HEADER}: {{ozAccessToken}}\n`;
}
