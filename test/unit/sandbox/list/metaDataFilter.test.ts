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
    for (const same of [
      "list.1==two",
      "list.-3==two",
      "list.0_1==two",
      "list.3.six==6",
      "integer==42",
      "float==1.0",
      "yes==true",
      'list.3=={"six": 6}',
    ]) {
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

  it("take a key that is a whole number for an index, so they find nothing in objects", async () => {
    const [folder] = await find("integer==42");
    const years = folder?.meta_data?.years as Record<string, string>;
    assert.deepEqual(Object.keys(years), ["2024", "-1", "1_0"]);
    for (const [key, value] of Object.entries(years)) {
      assert.deepEqual(await find(`years.${key}==${value}`), [], key);
      assert.deepEqual(await find(`years.${key}!=x`), [], key);
    }
  });

  it("compare numbers as the database writes them, not as the reply does", async () => {
    const deep = await find("integer==42");
    assert.deepEqual([deep[0]?.meta_data?.amount, deep[0]?.meta_data?.tiny], [100, 1e-7]);
    for (const same of ["amount==100.00", "tiny==0.0000001", "amount!=100", "tiny!=1e-7", "amount==100.00"]) {
      assert.deepEqual(await find(same), deep, same);
    }
    for (const none of ["amount==100", "amount==100.0", "tiny==1e-7"]) {
      assert.deepEqual(await find(none), [], none);
    }
  });

  it("compare with the empty text if there is no value", async () => {
    const all = (await sandbox.list("limit=5000")).items;
    const empty = all.filter(({ meta_data }) => meta_data?.empty_text === "");
    assert.ok(empty.length > 0);
    assert.deepEqual(await find("empty_text=="), empty);
    assert.deepEqual(await find("integer=="), []);
    assert.deepEqual(await find("integer!="), empty, "the same folders have both");
    assert.deepEqual(await find("==x"), []);
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

  it("reject a condition without an operator or with several", async () => {
    for (const condition of ["", "transaction_id", "transaction_id=x", "a==b==c"]) {
      const [status, text] = await sandbox.raw(`/api/folders/?meta_data=${encodeURIComponent(condition)}`);
      assert.equal(status, 400);
      assert.deepEqual(JSON.parse(text), {
        error_code: 3,
        error_message: "Could not parse json field request descriptor: key_path and value required",
        error_details: null,
      });
    }
    for (const [condition, code] of [
      ["integer>many", 12],
      ["integer>", 12],
      ["null", 0],
      ["integer==42,NULL", 0],
    ] as const) {
      const [status, text] = await sandbox.raw(`/api/folders/?meta_data=${encodeURIComponent(condition)}`);
      const { error_code } = JSON.parse(text) as { error_code: number };
      assert.deepEqual([status, error_code], [500, code], condition);
    }
    assert.deepEqual(await find("integer>null"), [], "as in SQL");
  });
});
