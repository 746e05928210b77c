import assert from "node:assert/strict";
import fc from "fast-check";
import { absentFrom } from "../../../../src/folders/store/absent";
import type { FolderPage, OzFolder } from "../../../../src/oz/model/folder";
import { down, folder, idOf, page } from "../build";

/** A folder that was created in a second of its own choice. */
const at = (number: number, second: number, received?: number): OzFolder =>
  folder(number, { time_created: second }, received);

const numbers = (folders: readonly OzFolder[]): number[] => folders.map(({ id }) => Number(id.slice(-12)));

const listed = down(9, 1).map((number) => folder(number));

const absent = (changes: Partial<FolderPage>): number[] =>
  numbers(absentFrom({ ...page([7, 5, 3], 9, 2), ...changes }, listed));

describe("absentFrom", () => {
  it("names the listed folders that belong between the rows of a page and are not there", () => {
    assert.deepEqual(absent({}), [6, 4]);
    assert.deepEqual(absent({ offset: 0 }), [9, 8, 6, 4]);
    assert.deepEqual(absent({ isLast: true }), [6, 4, 2, 1]);
  });

  it("says nothing of folders created at the time of the first or last row", () => {
    const others = [at(9, 3), at(8, 7), at(4, 4)];
    assert.deepEqual(numbers(absentFrom(page([7, 5, 3], 9, 2), others)), [4]);
  });

  it("says nothing of folders without a time", () => {
    const timeless = folder(6, { time_created: null });
    assert.deepEqual(absentFrom(page([7, 5, 3], 9, 2), [timeless]), []);
  });

  for (const [name, changes] of [
    ["with a row that could not be read", { skipped: 1 }],
    ["without rows", { folders: [], offset: 0, isLast: true, totalCount: undefined }],
    ["that is out of order", { folders: [7, 3, 5].map((number) => folder(number)) }],
    ["that has a folder twice", { folders: [7, 5, 5, 3].map((number) => folder(number)) }],
    ["with a row that has no time", { folders: [folder(7), folder(5, { time_created: null }), folder(3)] }],
  ] as const) {
    it(`takes no page ${name} for a proof`, () => assert.deepEqual(absent(changes), []));
  }

  it("names all folders if the server says that it has none", () => {
    assert.equal(absent({ folders: [], offset: 0, isLast: true, totalCount: 0 }).length, 9);
  });

  it("never names a folder that is on the server, in whatever order it sorts equal times", () => {
    const time = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(
        fc.array(time, { maxLength: 12 }),
        fc.nat(11),
        fc.nat(5),
        fc.boolean(),
        (times, from, size, up) => {
          const order = up ? 1 : -1;
          const all = times
            .map((second, index) => at(index, second))
            .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0) || (a.id < b.id ? order : -order));
          const folders = all.slice(from, from + size);
          const one = { ...page([], all.length, from), folders, isLast: from + size >= all.length };
          if (folders.length > 0) assert.deepEqual(absentFrom(one, all), []);
          const gone = at(99, 2);
          const isProved = absentFrom(one, [gone]).length === 1;
          const isBetween =
            (from === 0 || (folders[0]?.createdAt ?? 0) > 2000) &&
            (one.isLast || (folders.at(-1)?.createdAt ?? 9e9) < 2000);
          assert.equal(isProved, isBetween && (folders.length > 0 || all.length === 0), idOf(99));
        },
      ),
    );
  });
});
