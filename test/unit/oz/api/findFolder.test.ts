import assert from "node:assert/strict";
import { clientOf, closeServers, errorOf, fault, reply, serve, type TestServer } from "../support";

const folderId = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";
const analysisId = "7e7e7e7e-0000-4000-8000-000000000001";
const missing = [404, fault(10, "Object not exist")] as const;
const folder = [200, { folder_id: folderId, analyses: [{ analysis_id: analysisId }] }] as const;

/** A server that answers as told at these paths, and elsewhere that there is nothing. */
const answering = (answers: Readonly<Record<string, readonly [number, unknown]>>): Promise<TestServer> =>
  serve(({ url }, response) => {
    const [status, body] = answers[url.replace(/\?.*/, "")] ?? missing;
    reply(response, status, body);
  });

describe("findFolder", () => {
  afterEach(closeServers);

  it("requests nothing else if the folder exists", async () => {
    const { address, seen } = await answering({ [`/api/folders/${folderId}`]: folder });
    const found = await clientOf(address).client.findFolder(folderId.toUpperCase());
    assert.equal(found.folder.id, folderId);
    assert.deepEqual(
      seen.map(({ url }) => url),
      [`/api/folders/${folderId}?with_analyses=true`],
    );
  });

  it("returns the folder of the analysis with that ID", async () => {
    const { address, seen } = await answering({
      [`/api/folders/${folderId}`]: folder,
      [`/api/analyses/${analysisId}`]: [200, { analyse_id: analysisId, folder_id: folderId.toUpperCase() }],
    });
    const found = await clientOf(address).client.findFolder(`{${analysisId}}`);
    assert.equal(found.folder.id, folderId);
    assert.deepEqual(
      seen.map(({ url }) => url.replace(/\?.*/, "")),
      [`/api/folders/${analysisId}`, `/api/analyses/${analysisId}`, `/api/folders/${folderId}`],
    );
  });

  it("says in one sentence that neither exists, even if the server lacks the second request", async () => {
    for (const second of [missing, [404, fault(0, "Not found")], [404, "<html>"]] as const) {
      const { address } = await answering({ [`/api/analyses/${analysisId}`]: second });
      const error = await errorOf(clientOf(address).client.findFolder(analysisId));
      assert.equal(error.reason, "notFound");
      assert.equal(
        error.message,
        `${new URL(address).host} has no folder or analysis ${analysisId}, or this account may not see it. Check the ID.`,
      );
    }
  });

  it("reports any other error without a second request", async () => {
    for (const [answer, reason] of [
      [[403, fault(9)], "forbidden"],
      [[500, fault(12)], "serverError"],
      [[404, "<html>"], "notOzApi"],
    ] as const) {
      const { address, seen } = await answering({ [`/api/folders/${analysisId}`]: answer });
      assert.equal((await errorOf(clientOf(address).client.findFolder(analysisId))).reason, reason);
      assert.equal(seen.length, 1);
    }
  });

  it("follows no analysis without a folder ID", async () => {
    for (const body of [{}, [], { folder_id: null }, { folder_id: "../../users" }]) {
      const { address, seen } = await answering({ [`/api/analyses/${analysisId}`]: [200, body] });
      assert.equal((await errorOf(clientOf(address).client.findFolder(analysisId))).reason, "unreadable");
      assert.equal(seen.length, 2);
    }
  });

  it("asks for no list by metadata that contain the access token", async () => {
    const { address, seen } = await answering({});
    for (const accessToken of [analysisId, "a1".repeat(64)]) {
      const { client } = clientOf(address, { tokens: { accessToken } });
      const forms = [accessToken, accessToken.toUpperCase(), accessToken.replaceAll("-", "")];
      for (const form of forms) {
        const request = { offset: 0, limit: 1, filter: { meta_data: `transaction_id==see ${form}` } };
        const { reason, message } = await errorOf(client.listFolders(request));
        assert.equal(reason, "notFound");
        assert.match(message, /It was not sent\.$/);
      }
    }
    assert.equal(seen.length, 0);
  });

  it("sends nothing for what is not an ID, nor for the access token", async () => {
    const { address, seen } = await answering({});
    const { client } = clientOf(address, { tokens: { accessToken: analysisId } });
    for (const text of ["", "..", "../users", analysisId, analysisId.replaceAll("-", "")])
      assert.equal((await errorOf(client.findFolder(text))).reason, "notFound");
    assert.equal(seen.length, 0);
  });
});
