import assert from "node:assert/strict";
import { clientOf, closeServers, errorOf, fault, reply, serve } from "../support";

describe("an error with status 200", () => {
  afterEach(closeServers);

  /** Sends a request that is answered with status 200 and the body. */
  async function ask(body: unknown): Promise<string> {
    const { address } = await serve((_, response) => reply(response, 200, body));
    return (await clientOf(address).http.send({ method: "GET", path: "/api/x" })).text;
  }

  for (const [code, reason, status] of [
    [0, "serverError", 500],
    [4, "badRequest", 400],
    [6, "signInNeeded", 401],
    [7, "signInNeeded", 401],
    [8, "signInNeeded", 401],
    [9, "forbidden", 403],
    [10, "noSuchPath", 404],
    [12, "serverError", 500],
    [15, "signInNeeded", 401],
    [101, "tooManyRequests", 429],
    [999, "badRequest", 400],
  ] as const)
    it(`counts as the error that its code ${code} means`, async () => {
      const error = await errorOf(ask(fault(code, "In words")));
      assert.deepEqual([error.reason, error.status, error.errorCode], [reason, status, code]);
      assert.match(error.message, /“In words”/);
    });

  it("keeps the status that the server sent in its sentence", async () => {
    assert.match((await errorOf(ask(fault(12)))).message, /internal error, status 200\b/);
  });

  it("is not seen in what only has an error code somewhere", async () => {
    for (const body of [
      { folder_id: "1", error_code: 8 },
      { analyses: [fault(8)] },
      [fault(8)],
      { error_code: null },
      '{"error_codes": 8}',
    ])
      assert.ok(await ask(body));
  });
});
