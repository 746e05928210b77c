import assert from "node:assert/strict";
import { readTokens } from "../../../../src/oz/session/tokens";

describe("readTokens", () => {
  it("reads the reply to a sign-in", () => {
    const json = { session_id: "s", access_token: "abc", expire_token: "def", expire_date: 1740826800.5 };
    assert.deepEqual(readTokens(json), { accessToken: "abc", expireToken: "def", expireDate: 1740826800500 });
  });

  it("needs nothing but the access token, and adds nothing", () => {
    assert.deepEqual(readTokens({ access_token: "abc", expire_token: null }), { accessToken: "abc" });
  });

  it("rejects a token that a header cannot carry", () => {
    for (const token of [undefined, null, "", 5, "a b", "a\r\nX-Other: 1", "ä"]) {
      assert.equal(readTokens({ access_token: token }), undefined);
    }
  });
});
