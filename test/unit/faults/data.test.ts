import assert from "node:assert/strict";
import { isObject, type JsonObject } from "../../../src/base/readJson";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { MEMBER_FAULTS } from "../../faults/catalogue/memberFaults";
import { membersOf } from "../../faults/catalogue/members";
import { SAMPLE_LIST, SAMPLE_SIGN_IN, sampleFolders } from "../../faults/catalogue/sample";
import { closeServers, reply, serve } from "../oz/support";
import { TestSandbox } from "../sandbox/testSandbox";
import { faultOf, faultsLike, startFronts, type Fronts } from "./fronts";
import { partsOf } from "./rawClient";

const ALL = sampleFolders() as readonly JsonObject[];
const COUNT = 10;

const idsOf = (items: readonly unknown[]): unknown[] => items.map((item) => isObject(item) && item.folder_id);
const analysesOf = (items: readonly unknown[]): JsonObject[] =>
  (items as JsonObject[]).flatMap(({ analyses }) => analyses as JsonObject[]);
const groupsOf = (items: readonly unknown[]): unknown[] =>
  analysesOf(items).map((each) => each.group_id ?? each.analyse_group_id ?? each.analysis_group_id);
const own = (offset: number): readonly JsonObject[] => ALL.slice(offset, offset + COUNT);

/** Two replies to the same request, the second of which has an even number, and its own page. */
type Check = (odd: readonly unknown[], even: readonly unknown[], page: readonly JsonObject[]) => void;

const isOneOf =
  (status: unknown): Check =>
  (odd) => {
    for (const each of [...odd, ...analysesOf(odd)] as JsonObject[])
      assert.ok(each.resolution_status === status || typeof each.resolution_status !== "string");
  };

const CHECKS: Readonly<Record<string, Check>> = {
  duplicated: (odd, _, page) =>
    assert.deepEqual(
      idsOf(odd),
      idsOf(page).flatMap((id) => [id, id]),
    ),
  reversed: (odd, _, page) => assert.deepEqual(odd, page.toReversed()),
  reordered: (odd, even, page) => assert.deepEqual([odd, even], [page, page.toReversed()]),
  overlapping: (odd) => assert.deepEqual(odd, own(COUNT - 3)),
  skipping: (odd) => assert.deepEqual(odd, own(COUNT + 3)),
  "first-page-only": (odd) => assert.deepEqual(odd, own(0)),
  "ids-repeat": (odd, _, page) => {
    assert.deepEqual(idsOf(odd), Array(COUNT).fill(page[0]?.folder_id));
    assert.deepEqual((odd[5] as JsonObject).media, page[5]?.media);
  },
  "analysis-ids-repeat": (odd) =>
    assert.equal(new Set(analysesOf(odd).map((each) => each.analysis_id ?? each.analyse_id)).size, 1),
  "groups-change": (odd, even, page) => {
    assert.equal(new Set(groupsOf(odd)).size, 1);
    assert.equal(new Set([...groupsOf(odd), ...groupsOf(even), ...groupsOf(page)]).size > 2, true);
    assert.notDeepEqual(groupsOf(odd), groupsOf(even));
  },
  "groups-swap": (odd, even, page) => {
    assert.deepEqual(odd, page);
    assert.notDeepEqual(groupsOf(even), groupsOf(page));
  },
  "analyses-reversed": (odd, even, page) => {
    assert.deepEqual(odd, page);
    assert.deepEqual(
      even.map((each) => (each as JsonObject).analyses),
      page.map(({ analyses }) => (analyses as unknown[]).toReversed()),
    );
  },
  "processing-again": (odd, even, page) => {
    assert.deepEqual(odd, page);
    isOneOf("PROCESSING")(even, odd, page);
  },
  "unknown-status": isOneOf("TELEPORTED"),
  "numeric-status": isOneOf(4),
  "empty-status": isOneOf(""),
  "empty-with-total": (odd) => assert.deepEqual(odd, []),
  "no-ids": (odd) => assert.deepEqual(odd, Array(COUNT).fill({ name: "not a folder" })),
  "some-not-folders": (odd, _, page) => {
    assert.deepEqual(odd[0], page[0]);
    assert.ok(
      odd.every((item, index) => index % 2 === 0 || idsOf([item])[0] === undefined || !isObject(item)),
    );
  },
};

const TOTALS: Readonly<Record<string, number>> = {
  "total-too-high": 1_000_000,
  "total-too-low": 1,
  "total-negative": -1,
};

describe("the faults of data", () => {
  let fronts: Fronts;
  before(async () => {
    const { address } = await serve(({ url, method }, response) => {
      const offset = Number(new URL(url, "http://x").searchParams.get("offset"));
      if (method === "GET" && url.includes("folders"))
        reply(response, 200, { ...SAMPLE_LIST, items: own(offset) });
      else reply(response, 200, SAMPLE_SIGN_IN);
    });
    fronts = await startFronts(address);
  });
  after(async () => {
    await fronts.close();
    await closeServers();
  });

  async function pageWith(id: string): Promise<unknown> {
    const { address } = fronts.with(faultOf(id));
    return JSON.parse((await partsOf(address, `/api/folders/?offset=${COUNT}`)).body.toString());
  }

  for (const { id, title } of faultsLike(/^data-/))
    it(title, async () => {
      const name = id.replace("data-", "");
      // The next request is to have an odd number.
      if (fronts.with(undefined).requests.length % 2 === 1) await partsOf(fronts.with(undefined).address);
      const [odd, even] = [await pageWith(id), await pageWith(id)];
      if (name === "bare-list") assert.deepEqual(odd, own(COUNT));
      else if (name in TOTALS) assert.equal((odd as JsonObject).total_count, TOTALS[name]);
      else {
        const [first, second] = [odd, even].map((json) => (json as JsonObject).items as unknown[]);
        const check = CHECKS[name];
        assert.ok(check, `CHECKS has no entry for ${id}.`);
        check(first!, second!, own(COUNT));
      }
    });

  it("a member is missing, null or of another type, each of those that the sample has", async () => {
    const page = { ...SAMPLE_LIST, items: own(COUNT) };
    const changes = { missing: 0, null: 0, "wrong-type": 0 };
    for (const fault of MEMBER_FAULTS) {
      const [, change, owner = "", name = ""] =
        /^member-(missing|null|wrong-type)-([a-zA-Z]+)\.(.*)$/.exec(fault.id) ?? [];
      changes[change as keyof typeof changes]++;
      const path = owner === "signIn" ? "/api/authorize/auth/" : `/api/folders/?offset=${COUNT}`;
      const json = JSON.parse(
        (await partsOf(fronts.with(fault).address, path)).body.toString(),
      ) as JsonObject;
      const [before, after] =
        owner === "folder" ? [page.items, json.items] : [owner === "list" ? page : SAMPLE_SIGN_IN, json];
      const was = valuesAt(before, name.split("."));
      const is = valuesAt(after, name.split("."));
      if (change === "missing") assert.deepEqual(is, [], fault.id);
      else if (change === "null")
        assert.deepEqual(
          is,
          was.map(() => null),
          fault.id,
        );
      else
        assert.ok(
          is.every((value, index) => kindOf(value) !== kindOf(was[index])),
          fault.id,
        );
    }
    assert.deepEqual(changes, { missing: 100, null: 100, "wrong-type": 100 });
  });

  it("by turns, each reply has another member changed", async () => {
    for (const { id } of faultsLike(/-by-turns$/)) {
      const seen = new Set<string>();
      // Many members are null, or not there, in all folders of the page.
      for (let turn = 0; turn < 40; turn++) seen.add(JSON.stringify(await pageWith(id)));
      assert.ok(seen.size >= 5, id);
    }
  });

  it("the sample has the members of the sandbox's replies", async () => {
    const sandbox = new TestSandbox();
    const [, signIn] = await sandbox.post("/api/authorize/auth", {
      credentials: { email: SANDBOX_ACCOUNT.email, password: SANDBOX_ACCOUNT.password },
    });
    assert.deepEqual(Object.keys(signIn), Object.keys(SAMPLE_SIGN_IN));
    const list = await sandbox.list("with_analyses=true&limit=100");
    assert.deepEqual(Object.keys(list), Object.keys(SAMPLE_LIST));
    const known = membersOf(ALL);
    assert.deepEqual(
      [...membersOf(list.items).keys()].filter((name) => !known.has(name)),
      [],
    );
  });
});

/** @returns all values of a member, wherever the names lead to it */
function valuesAt(json: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(json)) return json.flatMap((item) => valuesAt(item, [name!, ...rest]));
  if (!isObject(json) || name === undefined || !(name in json)) return [];
  return rest.length === 0 ? [json[name]] : valuesAt(json[name], rest);
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
}
