import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_ASKED_FOLDERS } from "../../../../src/base/limits";
import { folderKind, ServerHealth, type RequestKind } from "../../../../src/folders/store/serverHealth";
import { OzError, type OzErrorReason } from "../../../../src/oz/http/ozError";

const failing = (reason: OzErrorReason): OzError => new OzError(reason, reason, { origin: "http://h" });
const [refused, broken] = [failing("refused"), failing("serverError")];
const [a, b] = [folderKind("a"), folderKind("b")];

describe("ServerHealth", () => {
  it("keeps how the list and the folders asked last went, of however many", () => {
    const health = new ServerHealth();
    health.failed("list", broken, 1);
    health.failed(a, refused, 1);
    health.failed(b, refused, 1);
    for (let number = 0; number < MAX_ASKED_FOLDERS - 2; number++) {
      health.failed(folderKind(`${number}`), refused, 2);
      health.failed(a, refused, 2);
    }
    assert.deepEqual(
      [health.failure?.error, health.failureOf("a")?.error, health.failureOf("b")],
      [broken, refused, undefined],
    );
  });

  it("keeps the failure of the list while folders and changes succeed", () => {
    const health = new ServerHealth();
    health.succeeded("list", 1);
    health.failed("list", broken, 2);
    health.succeeded("changes", 3);
    health.succeeded(a, 3);
    assert.deepEqual([health.failure, health.lastSuccess], [{ error: broken, since: 2 }, 3]);
    health.succeeded("list", 4);
    assert.deepEqual([health.failure, health.lastSuccess], [undefined, 4]);
  });

  it("keeps the failure of a folder to that folder", () => {
    const health = new ServerHealth();
    health.failed(a, broken, 2);
    health.succeeded("list", 3);
    health.succeeded(b, 3);
    assert.deepEqual([health.failure, health.failureOf("b")], [undefined, undefined]);
    assert.deepEqual(health.failureOf("a"), { error: broken, since: 2 });
    health.succeeded(a, 4);
    assert.equal(health.failureOf("a"), undefined);
  });

  it("counts a folder as outdated if it was not read since the list began to fail", () => {
    const health = new ServerHealth();
    health.succeeded(a, 1);
    health.failed("changes", broken, 2);
    assert.deepEqual([health.whyOutdated("a")?.error, health.failureOf("a")], [broken, undefined]);
    health.succeeded(a, 3);
    assert.deepEqual([health.whyOutdated("a"), health.whyOutdated("b")?.since], [undefined, 2]);
  });

  it("takes a failure that concerns every request for one of each folder, until it is read", () => {
    const health = new ServerHealth();
    health.failed("changes", refused, 2);
    assert.equal(health.failureOf("a")?.error, refused);
    health.succeeded(a, 3);
    assert.equal(health.failureOf("a"), undefined);
  });

  it("forgets that a folder failed as everything did, once the list is read again", () => {
    const health = new ServerHealth();
    health.failed("list", refused, 1);
    health.failed(a, refused, 1);
    health.failed(b, broken, 1);
    health.succeeded("list", 2);
    assert.deepEqual([health.failureOf("a"), health.failureOf("b")?.error], [undefined, broken]);
  });

  it("tells every change of what it says of the list and of each folder", () => {
    const limited = new OzError("serverError", "limited", { origin: "http://h", retryAfter: 20_000 });
    const kind = fc.constantFrom<RequestKind>("list", "changes", a, b);
    const error = fc.option(fc.constantFrom(refused, broken, limited), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, error), { maxLength: 12 }), (requests) => {
        const health = new ServerHealth();
        const says = (): readonly unknown[] => [
          health.failure,
          ...["a", "b"].flatMap((id) => [health.whyOutdated(id), health.failureOf(id)]),
        ];
        let told = says();
        health.onDidChange(() => (told = says()));
        requests.forEach(([asked, failure], at) => {
          if (failure) health.failed(asked, failure, at);
          else health.succeeded(asked, at);
          assert.deepEqual(told, says(), `after request ${at}`);
        });
      }),
    );
  });

  it("tells a lasting failure once, and a new reason with its own time", () => {
    const health = new ServerHealth();
    const told: unknown[] = [];
    health.onDidChange(() => told.push(health.failure?.error.reason));
    for (const at of [1, 2, 3]) health.failed("list", broken, at);
    health.failed("list", refused, 4);
    assert.deepEqual([told, health.failure?.since], [["serverError", "refused"], 4]);
  });

  it("keeps since when a reason lasts, whatever is said of it", () => {
    const health = new ServerHealth();
    const said = (message: string, retryAfter?: number): OzError =>
      new OzError("serverError", message, { origin: "http://h", ...(retryAfter && { retryAfter }) });
    health.failed("list", said("status 502"), 1);
    health.failed("list", said("status 503"), 2);
    health.failed("list", said("status 503", 30), 3);
    const { error, since, retryAt } = health.failure ?? {};
    assert.deepEqual([error?.message, since, retryAt], ["status 503", 1, 33]);
  });

  it("tells when the list was last up to date while it fails, and nothing while all is well", () => {
    const health = new ServerHealth();
    const told: unknown[] = [];
    health.onDidChange(() => told.push(health.lastSuccess));
    health.succeeded("list", 1);
    health.succeeded("changes", 2);
    assert.deepEqual(told, []);
    health.failed("list", broken, 3);
    health.succeeded("changes", 4);
    assert.deepEqual(told, [2, 4]);
  });

  it("forgets everything with the connection", () => {
    const health = new ServerHealth();
    health.succeeded("list", 1);
    health.failed(a, broken, 2);
    health.failed("changes", refused, 2);
    let told = 0;
    health.onDidChange(() => told++);
    health.reset();
    health.reset();
    assert.deepEqual(
      [health.failure, health.lastSuccess, health.failureOf("a"), told],
      [undefined, undefined, undefined, 1],
    );
  });
});
