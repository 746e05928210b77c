import assert from "node:assert/strict";
import { Scrubber } from "../../../../src/base/log/scrubber";
import { foldersOfRole, readRole } from "../../../../src/oz/model/role";

describe("readRole", () => {
  for (const [reply, role, folders] of [
    [{ user_type: "ADMIN" }, "ADMIN", "all"],
    [{ user_type: "OPERATOR" }, "OPERATOR", "all"],
    [{ user_type: "CLIENT" }, "CLIENT", "own"],
    [{ user_type: "CLIENT ADMIN" }, "CLIENT ADMIN", "company"],
    [{ user_type: "client_operator" }, "CLIENT OPERATOR", "company"],
    [{ user_type: "CLIENT_SERVICE" }, "CLIENT SERVICE", "own"],
    [{ user_type: "CLIENT", is_admin: true, is_service: false }, "CLIENT ADMIN", "company"],
    [{ user_type: "CLIENT", is_admin: false, is_service: true }, "CLIENT SERVICE", "own"],
    [{ user: { user_type: "CLIENT", is_admin: true } }, "CLIENT ADMIN", "company"],
    [{ user_type: "AUDITOR" }, "AUDITOR", undefined],
  ] as const) {
    it(`is ${role} for ${JSON.stringify(reply)}`, () => {
      assert.equal(readRole(reply, new Scrubber()), role);
      assert.equal(foldersOfRole(role), folders);
    });
  }

  it("is not known for any other reply", () => {
    for (const reply of [{}, { user_type: 7 }, { user: "CLIENT" }, { user_type: "" }, [], null, "CLIENT"])
      assert.equal(readRole(reply, new Scrubber()), undefined);
  });
});
