import assert from "node:assert/strict";
import { type FolderBody, TestSandbox } from "../testSandbox";

const sandbox = new TestSandbox({ folders: 300 });

/** @returns the `example` members of the matching folders */
async function find(condition: string): Promise<FolderBody[]> {
  return (await sandbox.list(`limit=5000&meta_data=${encodeURIComponent(condition)}`)).items;
}

const info = ({ meta_data }: FolderBody): Record<string, unknown> | undefined =>
  meta_data?.person_info as Record<string, unknown> | undefined;

describe("sandbox metadata filters", () => {
  it("match a key exactly and case-sensitively", async () => {
    const all = (await sandbox.list("limit=5000")).items;
    assert.deepEqual(await find("transaction_id==tx-000000"), [all[0]]);
    assert.deepEqual(await find("transaction_id==TX-000000"), []);
    assert.deepEqual(await find("transaction_id==tx-0000"), []);
  });

  it("follow dots into objects, and numbers into lists", async () => {
    const all = (await sandbox.list("limit=5000")).items;
    const [person] = all;
    const name = String(info(person!)?.first_name);
    const same = all.filter((folder) => info(folder)?.first_name === name);
    assert.deepEqual(await find(`person_info.first_name==${name}`), same);
    const deep = await find("a.b.c.d.e.f.g.h.i==nine levels down");
    assert.ok(deep.length > 0);
    for (const same of ["list.1==two", "list.3.six==6", "integer==42", "float==1.0", "yes==true"]) {
      assert.deepEqual(await find(same), deep, same);
    }
    for (const none of [
      "list.length==4",
      "list.9==two",
      "integer.toString==42",
      "constructor.name==Object",
    ]) {
      assert.deepEqual(await find(none), [], none);
    }
  });

  it("require all conditions", async () => {
    assert.equal((await find("transaction_id==tx-000000,example==success")).length, 1);
    assert.equal((await find("transaction_id==tx-000000,example==declined")).length, 0);
  });

  it("like the database, do not match a missing key with !=", async () => {
    const all = (await sandbox.list("limit=5000")).items;
    assert.deepEqual(
      await find("example!=success"),
      all.filter(({ meta_data }) => (meta_data?.example ?? "success") !== "success"),
    );
    const without = all.filter(({ meta_data }) => meta_data?.example === undefined);
    assert.ok(without.length > 0);
    assert.deepEqual(await find("example==null"), without);
    assert.deepEqual(
      await find("example!=null"),
      all.filter((folder) => !without.includes(folder)),
    );
    assert.equal((await find("nothing==null")).length, all.length);
  });

  it("compare numbers", async () => {
    const all = (await sandbox.list("limit=5000")).items;
    const year = (folder: FolderBody): number => Number(info(folder)?.birth_year);
    assert.deepEqual(
      await find("person_info.birth_year<1960"),
      all.filter((folder) => year(folder) < 1960),
    );
    assert.deepEqual(
      await find("person_info.birth_year<=1960"),
      all.filter((folder) => year(folder) <= 1960),
    );
    assert.deepEqual(
      await find("person_info.birth_year>1960"),
      all.filter((folder) => year(folder) > 1960),
    );
    assert.deepEqual(
      await find("person_info.birth_year>=1960"),
      all.filter((folder) => year(folder) >= 1960),
    );
  });

  it("reject a condition without key, operator or value", async () => {
    for (const condition of ["", "transaction_id", "transaction_id=x", "==x", "a==", "a==b==c"]) {
      const [status, text] = await sandbox.raw(`/api/folders/?meta_data=${encodeURIComponent(condition)}`);
      assert.equal(status, 400);
      assert.deepEqual(JSON.parse(text), {
        error_code: 3,
        error_message: "Could not parse json field request descriptor: key_path and value required",
        error_details: null,
      });
    }
    const [status, text] = await sandbox.raw("/api/folders/?meta_data=integer%3Emany");
    assert.deepEqual([status, (JSON.parse(text) as { error_code: number }).error_code], [500, 12]);
  });
});
