import assert from "node:assert/strict";
import { type AnalysisBody, EPOCH, type FolderBody, TestSandbox } from "../testSandbox";

const FOREIGN = "11111111-2222-4333-8444-555555555555";

/** A path of every route about folders, below `/api/`. */
async function folderPaths(sandbox: TestSandbox): Promise<string[]> {
  const [folder] = (await sandbox.list("with_analyses=true&limit=1")).items as [FolderBody];
  const one = `folders/${folder.folder_id}`;
  return ["folders", one, `${one}/analyses`, `analyses/${folder.analyses![0]!.analysis_id!}`];
}

describe("sandbox folders and analyses", () => {
  const sandbox = new TestSandbox();

  it("are the same alone and in the list, with analyses only if requested", async () => {
    const { items } = await sandbox.list();
    const detailed = (await sandbox.list("with_analyses=true")).items;
    for (const [at, folder] of items.entries()) {
      assert.equal(folder.analyses, undefined);
      assert.deepEqual(await sandbox.get(`/api/folders/${folder.folder_id}`), folder);
      const { analyses, ...rest } = detailed[at]!;
      assert.deepEqual(rest, folder);
      assert.deepEqual(
        await sandbox.get(`/api/folders/${folder.folder_id}?with_analyses=true`),
        detailed[at],
      );
      assert.deepEqual(await sandbox.get(`/api/folders/${folder.folder_id}/analyses/`), analyses);
    }
  });

  it("can be requested one by one, by either name of the ID", async () => {
    const { items } = await sandbox.list("with_analyses=true");
    const analyses = items.flatMap((folder) => folder.analyses ?? []);
    assert.ok(analyses.length > 100);
    const ids = analyses.map(({ analyse_id, analysis_id }) => analysis_id ?? analyse_id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [at, id] of ids.entries()) {
      assert.deepEqual(await sandbox.get(`/api/analyses/${id}`), analyses[at]);
    }
  });

  it("are filtered by type and state", async () => {
    const { items } = await sandbox.list("with_analyses=true");
    const { folder_id: id, analyses } = items[9]!;
    const ask = (query: string): Promise<AnalysisBody[]> =>
      sandbox.get(`/api/folders/${id}/analyses/?${query}`);
    assert.deepEqual(
      analyses?.map(({ type }) => type),
      ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION"],
    );
    assert.deepEqual(
      (await ask("type=biometry,QUALITY")).map(({ type }) => type),
      ["QUALITY", "BIOMETRY"],
    );
    assert.deepEqual(
      (await ask("type.exclude=QUALITY&state=FINISHED")).map(({ type }) => type),
      ["BIOMETRY", "DOCUMENTS", "COLLECTION"],
    );
    assert.deepEqual(await ask("state=FAILED"), []);
    const [status, text] = await sandbox.raw(`/api/folders/${id}/analyses/?type=VOICE`);
    assert.deepEqual(
      [status, (JSON.parse(text) as { error_message: string }).error_message],
      [400, "Could not cast VOICE as valid AnalyseType"],
    );
  });

  it("are found by an ID in any form that Python reads", async () => {
    const [folder] = (await sandbox.list("with_analyses=true&limit=1")).items as [FolderBody];
    for (const [path, id] of [
      ["folders", folder.folder_id],
      ["analyses", folder.analyses![0]!.analysis_id!],
    ] as const) {
      const found = await sandbox.get(`/api/${path}/${id}`);
      for (const written of [id.replaceAll("-", ""), id.toUpperCase(), `%7B${id}%7D`, `urn:uuid:${id}`]) {
        assert.deepEqual(await sandbox.get(`/api/${path}/${written}`), found, written);
      }
    }
  });

  it("are missing with code 10, also under the ID of another kind of object", async () => {
    const { items } = await sandbox.list("with_analyses=true&limit=1");
    const [folder] = items as [FolderBody];
    const analysisId = folder.analyses![0]!.analysis_id!;
    const beyond = (await new TestSandbox({ folders: 101 }).list("offset=100")).items[0]!.folder_id;
    for (const path of [
      `/api/folders/${FOREIGN}`,
      `/api/folders/${FOREIGN}/analyses/`,
      `/api/folders/${analysisId}`,
      `/api/folders/${beyond}`,
      `/api/analyses/${FOREIGN}`,
      `/api/analyses/${folder.folder_id}`,
    ]) {
      const reply = await sandbox.raw(path);
      assert.deepEqual(
        reply,
        [404, '{"error_code": 10, "error_message": "Object not exist", "error_details": null}'],
        path,
      );
    }
  });

  it("are rejected for anything but a UUID", async () => {
    for (const path of ["/api/folders/12345", "/api/folders/12345/analyses", "/api/analyses/12345/"]) {
      assert.deepEqual(await sandbox.raw(path), [
        400,
        '{"error_code": 4, "error_message": "Invalid value for uuid field", "error_details": null}',
      ]);
    }
  });

  it("require a token", async () => {
    for (const path of await folderPaths(sandbox))
      assert.equal((await sandbox.raw(`/api/${path}`, null))[0], 401, path);
  });
});

describe("sandbox routes", () => {
  const sandbox = new TestSandbox();

  it("work with and without a trailing slash, without a redirect", async () => {
    for (const path of [...(await folderPaths(sandbox)), "version"]) {
      const [status, text] = await sandbox.raw(`/api/${path}`);
      assert.equal(status, 200, path);
      assert.deepEqual(await sandbox.raw(`/api/${path}/`), [200, text], path);
    }
  });

  it("give the version without a token", async () => {
    assert.deepEqual(await sandbox.get("/api/version", null), { version: "6.0.1-sandbox" });
  });

  it("reply 404 with code 0 for an unknown path", async () => {
    for (const path of ["/", "/api", "/api/folder/", "/folders/", "/api/folders/a/b/c"]) {
      assert.deepEqual(await sandbox.raw(path), [
        404,
        '{"error_code": 0, "error_message": "Not found", "error_details": null}',
      ]);
    }
  });

  it("reply to an unknown path as to a missing object if configured", async () => {
    const newer = new TestSandbox({ unknownPathCode: 10 });
    const missing = await newer.raw(`/api/folders/${FOREIGN}`);
    assert.equal(missing[0], 404);
    for (const path of ["/", "/api/folder/", "/api/folders/a/b/c"]) {
      assert.deepEqual(await newer.raw(path), missing, path);
    }
    assert.equal((await newer.raw("/api/folders/"))[0], 200);
  });

  it("reject other methods with code 1", async () => {
    for (const [method, path, allowed] of [
      ["POST", "/api/folders/", "GET"],
      ["DELETE", `/api/folders/${FOREIGN}`, "GET"],
      ["GET", "/api/authorize/auth/", "POST"],
    ] as const) {
      const response = await sandbox.ask(path, { method });
      assert.equal(response.status, 405);
      assert.deepEqual(await response.json(), {
        error_code: 1,
        error_message: `HTTP method ${method} is not allowed for path=${path}. Allowed methods (${allowed})`,
        error_details: null,
      });
    }
  });

  it("reply to OPTIONS with the allowed method, without a token", async () => {
    for (const [path, allowed] of [
      ["/api/folders/", "GET"],
      [`/api/folders/${FOREIGN}/analyses`, "GET"],
      ["/api/authorize/auth/", "POST"],
    ] as const) {
      const response = await sandbox.ask(path, { method: "OPTIONS" });
      assert.deepEqual(
        [response.status, response.headers.get("allow"), await response.text()],
        [200, allowed, ""],
      );
    }
    assert.equal((await sandbox.ask("/api/nowhere", { method: "OPTIONS" })).status, 404);
  });

  it("reply with the JSON content type", async () => {
    for (const path of ["/api/version", "/nowhere"]) {
      assert.equal((await sandbox.ask(path)).headers.get("content-type"), "application/json");
    }
  });

  it("write whole seconds if configured, so that folders of one second share their time", async () => {
    const whole = new TestSandbox({ folders: 3, arrivalInterval: 200, wholeSeconds: true });
    whole.now += 2000;
    const { items } = await whole.list("with_analyses=true");
    const exact = new TestSandbox({ folders: 3, arrivalInterval: 200 });
    exact.now += 2000;
    const cut = (await exact.list("with_analyses=true")).items;
    const times = [...cut, ...cut.flatMap(({ analyses = [] }) => analyses)];
    for (const timed of times) {
      timed.time_created = Math.floor(timed.time_created);
      timed.time_updated = Math.floor(timed.time_updated);
    }
    assert.deepEqual(
      items.map(({ folder_id, time_created, time_updated }) => [folder_id, time_created, time_updated]),
      cut.map(({ folder_id, time_created, time_updated }) => [folder_id, time_created, time_updated]),
    );
    const second = EPOCH / 1000 + 1;
    assert.equal(items.filter(({ time_created }) => time_created === second).length, 5);
    assert.ok(!(await whole.raw("/api/folders/"))[1].includes(`${second}.`), "written as integers");
  });

  it("send the time of their clock as Date, or another if configured", async () => {
    for (const [dateSkew, written] of [
      [undefined, "Tue, 20 May 2025 12:00:00 GMT"],
      [-90_000, "Tue, 20 May 2025 11:58:30 GMT"],
      [86_400_000, "Wed, 21 May 2025 12:00:00 GMT"],
    ] as const) {
      const skewed = new TestSandbox({ dateSkew });
      for (const path of ["/api/folders/", "/api/version", "/nowhere"]) {
        assert.equal((await skewed.ask(path)).headers.get("date"), written);
      }
      assert.deepEqual(await skewed.list(), await sandbox.list(), "the times of folders are not skewed");
    }
  });

  it("hide internal errors", async () => {
    const broken = new TestSandbox({
      clock: {
        now: () => {
          throw new Error("secret");
        },
      },
    });
    assert.deepEqual(await broken.raw("/api/folders/"), [
      500,
      '{"error_code": 0, "error_message": "Unknown server side error", "error_details": null}',
    ]);
  });
});
