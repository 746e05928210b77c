import assert from "node:assert/strict";
import fc from "fast-check";
import { readNextPage } from "../../../../src/folders/store/nextPage";
import type { PageRequest } from "../../../../src/oz/api/folderRequests";
import { rowsOf, type FolderPage } from "../../../../src/oz/model/folder";
import { down, idOf, page } from "../build";

/** A server's list, which tests change between requests. */
function listOf(numbers: number[]) {
  const asked: string[] = [];
  const server = { numbers, cap: Infinity };
  const read = (offset: number, limit: number): FolderPage => {
    asked.push(`${offset}+${limit}`);
    const rows = server.numbers.slice(offset, offset + Math.min(limit, server.cap));
    return page(rows, server.numbers.length, offset);
  };
  return { asked, server, read };
}

const numbersOn = ({ folders }: FolderPage): number[] => folders.map(({ id }) => Number(id.slice(-12)));

describe("readNextPage", () => {
  const next = (list: ReturnType<typeof listOf>, known: readonly number[]): Promise<FolderPage> =>
    readNextPage(
      ({ offset, limit }) => Promise.resolve(list.read(offset, limit)),
      { offset: known.length, limit: 100 },
      (id) => known.some((number) => idOf(number) === id),
    );

  it("begins with the last known row", async () => {
    const list = listOf(down(300, 1));
    assert.deepEqual(numbersOn(await next(list, down(300, 201))), down(201, 101));
    assert.deepEqual(list.asked, ["99+101"]);
  });

  it("steps back where folders have left the list", async () => {
    const list = listOf(down(220, 1));
    const known = down(220, 121);
    list.server.numbers = down(220, 1).filter((number) => number < 121 || number > 160);
    const rest = numbersOn(await next(list, known)).filter((number) => number < 121);
    assert.deepEqual(rest.slice(0, 3), [120, 119, 118]);
    assert.deepEqual(list.asked, ["99+101", "49+101"]);
  });

  it("reads from the beginning if none of the known rows is left", async () => {
    const list = listOf(down(1000, 1));
    const known = down(1000, 401);
    list.server.numbers = down(400, 1);
    assert.deepEqual(numbersOn(await next(list, known)), down(400, 301));
    assert.ok(list.asked.length <= 8, list.asked.join());
  });

  it("goes on where so many folders have joined the list that a page has only known rows", async () => {
    const list = listOf(down(850, 1));
    assert.deepEqual(numbersOn(await next(list, down(750, 451))), down(451, 351));
    assert.deepEqual(list.asked, ["299+101", "399+101"]);
  });

  it("takes two pages that end alike for the end, whatever the total says", async () => {
    const list = listOf(down(150, 1));
    const tooHigh = ({ offset, limit }: PageRequest): Promise<FolderPage> =>
      Promise.resolve({ ...list.read(offset, limit), totalCount: 170, isLast: false });
    const isKnown = (): boolean => true;
    const end = await readNextPage(tooHigh, { offset: 150, limit: 100 }, isKnown);
    assert.deepEqual([numbersOn(end), end.isLast], [[1], true]);
    assert.deepEqual(list.asked, ["149+101", "150+101"]);
  });

  it("does not take one empty page for the end", async () => {
    const list = listOf(down(300, 1));
    let requests = 0;
    const oddOnce = ({ offset, limit }: PageRequest): Promise<FolderPage> => {
      requests++;
      const sent = list.read(offset, limit);
      return Promise.resolve(requests === 1 ? { ...sent, folders: [], isLast: false } : sent);
    };
    const known = new Set(down(300, 201).map(idOf));
    const after = await readNextPage(oddOnce, { offset: 100, limit: 100 }, (id) => known.has(id));
    assert.ok(numbersOn(after).includes(200));
    assert.equal(after.isLast, false);
  });

  it("ends on a server that ignores the offset", async () => {
    const list = listOf(down(300, 1));
    const ignoring = () => Promise.resolve({ ...list.read(0, 100), isLast: false });
    await readNextPage(ignoring, { offset: 100, limit: 100 }, () => true);
    assert.ok(list.asked.length <= 8);
  });

  it("misses no folder that stays, whatever joins and leaves the list between the pages", async () => {
    const event = fc.record({ leave: fc.array(fc.nat(999), { maxLength: 60 }), join: fc.nat(40) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 12 }),
        fc.integer({ min: 12, max: 200 }),
        async (events, cap) => {
          const all = down(400, 1);
          const list = listOf(all);
          list.server.cap = cap;
          const known = new Set<number>();
          let newest = 400;
          let offset = 0;
          for (let step = 0; step < 200; step++) {
            const one = await readNextPage(
              ({ offset: from, limit }) => Promise.resolve(list.read(from, limit)),
              { offset, limit: 100 },
              (id) => known.has(Number(id.slice(-12))),
            );
            for (const number of numbersOn(one)) known.add(number);
            offset = one.offset + rowsOf(one);
            if (one.isLast) break;
            const { leave = [], join = 0 } = events[step] ?? {};
            const places = new Set(leave);
            list.server.numbers = list.server.numbers.filter((_, place) => !places.has(place));
            list.server.numbers.unshift(...down(newest + join, newest + 1));
            newest += join;
          }
          const missed = list.server.numbers.filter((number) => number <= 400 && !known.has(number));
          assert.deepEqual(missed, []);
        },
      ),
    );
  });
});
