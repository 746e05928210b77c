import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { analysisRequest, folderRequest } from "../../../../src/oz/api/folderRequests";
import { requestUrl } from "../../../../src/oz/http/ozHttp";
import { SANDBOX_ACCOUNT } from "../../../../src/sandbox/account";
import { startSandbox, type SandboxServer } from "../../../../src/sandbox/start";
import { curlCommand, httpRequest } from "../../../../src/views/text/requestText";
import { sandboxClient } from "../../../sandboxClient";

const run = promisify(execFile);

/** Runs a command in a shell, with the token in the environment variable. */
async function shell(command: string, token = SANDBOX_ACCOUNT.accessToken): Promise<string> {
  const env = { PATH: process.env.PATH, OZ_ACCESS_TOKEN: token };
  return (await run("sh", ["-c", command], { env })).stdout;
}

describe("curlCommand", () => {
  let sandbox: SandboxServer;
  before(async () => {
    sandbox = await startSandbox({ folders: 20 });
  });
  after(async () => sandbox.close());

  it("fetches the folder or the analysis, and contains no token", async () => {
    const { folders } = await sandboxClient(sandbox.address).listFolders({ offset: 0, limit: 20 });
    const folder = folders.find(({ resolution }) => resolution.groups.length > 0)!;
    const analysis = folder.resolution.groups[0]!.analyses[0]!;
    const ofFolder = curlCommand(requestUrl(sandbox.address, folderRequest(folder.id)));
    const ofAnalysis = curlCommand(requestUrl(sandbox.address, analysisRequest(analysis.id!)));
    assert.equal((JSON.parse(await shell(ofFolder)) as { folder_id: string }).folder_id, folder.id);
    assert.match(await shell(ofAnalysis), new RegExp(`"analy[a-z]+_id": "${analysis.id}"`));
    assert.match(await shell(ofFolder, "wrong"), /"error_code": 7/);
    for (const text of [ofFolder, ofAnalysis, httpRequest(ofFolder)])
      assert.ok(!text.includes(SANDBOX_ACCOUNT.accessToken));
  });
});

describe("httpRequest", () => {
  it("is a request for a .http file, with the token as a variable", () => {
    assert.deepEqual(httpRequest("https://oz.example.com/p/api/folders/1?with_analyses=true").split("\n"), [
      "### Oz API",
      "GET https://oz.example.com/p/api/folders/1?with_analyses=true",
      "Accept: application/json",
      "X-Forensic-Access-Token: {{ozAccessToken}}",
      "",
    ]);
  });
});
