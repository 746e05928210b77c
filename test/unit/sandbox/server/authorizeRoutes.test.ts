import assert from "node:assert/strict";
import { SANDBOX_ACCOUNT } from "../../../../src/sandbox/account";
import { TestSandbox } from "../testSandbox";

const { email, password, accessToken: serviceToken } = SANDBOX_ACCOUNT;
const credentials = { credentials: { email, password } };

interface Pair {
  access_token: string;
  expire_token: string;
  expire_date: number;
}

async function logIn(sandbox: TestSandbox): Promise<Pair> {
  const [status, body] = await sandbox.post("/api/authorize/auth/", credentials);
  assert.equal(status, 200);
  return body as unknown as Pair;
}

async function refresh(sandbox: TestSandbox, { access_token, expire_token }: Pair): Promise<Pair> {
  const [status, body] = await sandbox.post("/api/authorize/refresh/", { expire_token }, access_token);
  assert.equal(status, 200);
  return body as unknown as Pair;
}

async function errorOf(sandbox: TestSandbox, token: string | null): Promise<[number, unknown]> {
  const [status, text] = await sandbox.raw("/api/folders/", token);
  return [status, (JSON.parse(text) as { error_code?: number }).error_code];
}

describe("sandbox sign-in", () => {
  it("gives tokens of 128 hex digits, the access token fourth, and the expiry in UNIX seconds", async () => {
    const sandbox = new TestSandbox({ sessionLifetime: 60_000 });
    const [status, body, text] = await sandbox.post("/api/authorize/auth/", credentials);
    assert.equal(status, 200);
    assert.equal(Object.keys(body)[3], "access_token");
    // How the vendor's install script extracts it.
    assert.equal(text.split(" ")[7], `"${String(body.access_token)}",`);
    assert.match(String(body.access_token), /^[\da-f]{128}$/);
    assert.match(String(body.expire_token), /^[\da-f]{128}$/);
    assert.notEqual(body.access_token, body.expire_token);
    assert.equal(body.expire_date, (sandbox.now + 60_000) / 1000);
  });

  it("rejects other credentials", async () => {
    const sandbox = new TestSandbox();
    for (const wrong of [
      { email, password: "x" },
      { email: "x", password },
      { email: 1, password: null },
    ]) {
      const [status, body] = await sandbox.post("/api/authorize/auth", { credentials: wrong });
      assert.equal(status, 401);
      assert.deepEqual(body, {
        error_code: 15,
        error_message: "Invalid auth credentials",
        error_details: null,
      });
    }
  });

  it("rejects an unreadable body", async () => {
    const sandbox = new TestSandbox();
    for (const [body, message] of [
      ["{", "Could not parse body as JSON object"],
      ["3", "JSON body of request should be represented in a form of dictionary/array"],
      ["{}", "Could not locate field for key_path credentials from provided dict data"],
      ['{"credentials": {}}', "Could not locate field for key_path email from provided dict data"],
    ] as const) {
      const [status, error] = await sandbox.post("/api/authorize/auth/", body);
      assert.deepEqual([status, error.error_code, error.error_message], [400, 3, message]);
    }
  });
});

describe("sandbox sessions", () => {
  it("require a known token: 401 with code 6 or 7", async () => {
    const sandbox = new TestSandbox();
    assert.deepEqual(await errorOf(sandbox, null), [401, 6]);
    assert.deepEqual(await errorOf(sandbox, ""), [401, 6]);
    assert.deepEqual(await errorOf(sandbox, "f".repeat(128)), [401, 7]);
  });

  it("are extended by every request and expire with code 8", async () => {
    const sandbox = new TestSandbox({ sessionLifetime: 1000 });
    const { access_token } = await logIn(sandbox);
    for (let request = 0; request < 3; request++) {
      sandbox.now += 999;
      await sandbox.get("/api/folders/", access_token);
    }
    sandbox.now += 1000;
    assert.deepEqual(await errorOf(sandbox, access_token), [401, 8]);
  });

  it("are not extended if the option is off", async () => {
    const sandbox = new TestSandbox({ sessionLifetime: 1000, slidingSessions: false });
    const { access_token } = await logIn(sandbox);
    sandbox.now += 999;
    await sandbox.get("/api/folders/", access_token);
    sandbox.now += 1;
    assert.deepEqual(await errorOf(sandbox, access_token), [401, 8]);
  });

  it("last 15 minutes by default; the service account never expires", async () => {
    const sandbox = new TestSandbox();
    const { access_token } = await logIn(sandbox);
    sandbox.now += 15 * 60_000 - 1;
    await sandbox.get("/api/folders/", access_token);
    sandbox.now += 15 * 60_000;
    assert.deepEqual(await errorOf(sandbox, access_token), [401, 8]);
    await sandbox.get("/api/folders/", serviceToken);
  });

  it("are closed when the refreshed token is first used, not before", async () => {
    const sandbox = new TestSandbox();
    const old = await logIn(sandbox);
    const next = await refresh(sandbox, old);
    assert.notEqual(next.access_token, old.access_token);
    await sandbox.get("/api/folders/", old.access_token);
    await sandbox.get("/api/folders/", next.access_token);
    assert.deepEqual(await errorOf(sandbox, old.access_token), [401, 7]);
    const [status, body] = await sandbox.post(
      "/api/authorize/refresh/",
      { expire_token: old.expire_token },
      next.access_token,
    );
    assert.deepEqual([status, body.error_message], [401, "Session not found"]);
  });

  it("can be refreshed after they have expired", async () => {
    const sandbox = new TestSandbox({ sessionLifetime: 1000 });
    const old = await logIn(sandbox);
    sandbox.now += 5000;
    const next = await refresh(sandbox, old);
    assert.equal(next.expire_date, (sandbox.now + 1000) / 1000);
    await sandbox.get("/api/folders/", next.access_token);
  });

  it("are not refreshed without a token, without the member, by another account, or if unknown", async () => {
    const sandbox = new TestSandbox();
    const { access_token, expire_token } = await logIn(sandbox);
    const attempts = [
      [{ expire_token }, undefined, 401, 6],
      [{ expire_token }, "0".repeat(128), 401, 7],
      [{}, access_token, 400, 3],
      [{ expire_token: "0".repeat(128) }, access_token, 401, 7],
      [{ expire_token }, serviceToken, 403, 9],
    ] as const;
    for (const [body, token, status, code] of attempts) {
      const [got, error] = await sandbox.post("/api/authorize/refresh", body, token);
      assert.deepEqual([got, error.error_code], [status, code]);
    }
  });

  it("are dropped, oldest first, above a thousand", async () => {
    const sandbox = new TestSandbox({ randomBytes: counter() });
    const first = await logIn(sandbox);
    for (let more = 1; more < 1000; more++) await logIn(sandbox);
    await sandbox.get("/api/folders/", first.access_token);
    await logIn(sandbox);
    assert.deepEqual(await errorOf(sandbox, first.access_token), [401, 7]);
  });
});

/** Predictable bytes that do not repeat for a long time. */
function counter(): (count: number) => Uint8Array {
  let next = 0;
  return (count) => {
    const bytes = new Uint8Array(count);
    new DataView(bytes.buffer).setUint32(0, next++);
    return bytes;
  };
}
