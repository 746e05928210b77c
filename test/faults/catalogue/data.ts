import { isObject, type JsonObject } from "../../../src/base/readJson";
import type { PassedRequest } from "../front/exchange";
import { replying, rewriting, type Act, type Fault } from "./fault";
import { withFolders } from "./members";
import { isFolder, isList } from "./requests";

/** How many folders a page is moved by. */
const MOVED = 3;

/** @returns the act of a server whose pages have other folders, or the same in another order */
function paging(change: (items: readonly unknown[], request: PassedRequest) => readonly unknown[]): Act {
  return rewriting((json, request) =>
    isObject(json) && Array.isArray(json.items) ? { ...json, items: change(json.items, request) } : json,
  );
}

/** @returns the act of a server whose pages begin elsewhere than asked for */
function beginning(at: (offset: number) => number): Act {
  return replying((exchange) => {
    const query = new URLSearchParams(exchange.request.query);
    query.set("offset", String(at(Number(query.get("offset")))));
    return exchange.upstream(query);
  });
}

/** @returns the act of a server whose folders are otherwise; `number` is that of the request, from 1 */
function folders(change: (folder: JsonObject, number: number) => JsonObject): Act {
  return rewriting((json, { number }) =>
    withFolders(json, (folder) => (isObject(folder) ? change(folder, number) : folder)),
  );
}

/** @returns the act of a server whose analyses are otherwise */
function analyses(change: (analysis: JsonObject, index: number, number: number) => JsonObject): Act {
  return folders((folder, number) =>
    Array.isArray(folder.analyses)
      ? {
          ...folder,
          analyses: folder.analyses.map((analysis: unknown, index) =>
            isObject(analysis) ? change(analysis, index, number) : analysis,
          ),
        }
      : folder,
  );
}

const STATUS = /^(resolution_status|system_resolution|state|resolution|operator_status)$/;

/** @returns the same with every status that is a text replaced, in the folder and in its analyses */
function withStatus(json: JsonObject, status: unknown): JsonObject {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      if (name === "analyses" && Array.isArray(value))
        return [name, value.map((each: unknown) => (isObject(each) ? withStatus(each, status) : each))];
      return [name, STATUS.test(name) && typeof value === "string" ? status : value];
    }),
  );
}

const GROUP = /^(analyse_|analysis_)?group_id$/;

function regrouped(analysis: JsonObject, group: number): JsonObject {
  const id = `7e7e7e7e-0000-4000-8000-${String(group).padStart(12, "0")}`;
  return Object.fromEntries(
    Object.entries(analysis).map(([name, value]) => [name, GROUP.test(name) ? id : value]),
  );
}

const isEven = (number: number): boolean => number % 2 === 0;
const ofFolders = (request: PassedRequest): boolean => isList(request) || isFolder(request);

type Row = readonly [id: string, title: string, only: NonNullable<Fault["only"]>, act: Act, told?: RegExp];

const ROWS: readonly Row[] = [
  [
    "duplicated",
    "Every folder of a page is there twice",
    isList,
    paging((items) => items.flatMap((item) => [item, item])),
  ],
  [
    "reversed",
    "The folders of a page are in the reverse order",
    isList,
    paging((items) => items.toReversed()),
  ],
  [
    "reordered",
    "Every second page is in the reverse order",
    isList,
    paging((items, { number }) => (isEven(number) ? items.toReversed() : items)),
  ],
  [
    "overlapping",
    `Each page begins with the last ${MOVED} folders of the one before`,
    isList,
    beginning((offset) => Math.max(0, offset - MOVED)),
  ],
  [
    "skipping",
    `Each page but the first leaves out ${MOVED} folders`,
    isList,
    beginning((offset) => (offset === 0 ? 0 : offset + MOVED)),
  ],
  ["first-page-only", "Every page is the first one", isList, beginning(() => 0)],
  [
    "ids-repeat",
    "All folders of a page have the ID of the first one",
    isList,
    paging((items) =>
      items.map((item) =>
        isObject(item) && isObject(items[0]) ? { ...item, folder_id: items[0].folder_id } : item,
      ),
    ),
  ],
  [
    "analysis-ids-repeat",
    "All analyses have the same ID",
    ofFolders,
    analyses((analysis) =>
      Object.fromEntries(
        Object.entries(analysis).map(([name, value]) => [
          name,
          /^analy(se|sis)_id$/.test(name) ? "7e7e7e7e-0000-4000-8000-000000000001" : value,
        ]),
      ),
    ),
  ],
  [
    "groups-change",
    "The analyses are in another group in every reply",
    ofFolders,
    analyses((analysis, _, number) => regrouped(analysis, number)),
  ],
  [
    "groups-swap",
    "Each analysis is in a group of its own in every second reply",
    ofFolders,
    analyses((analysis, index, number) => (isEven(number) ? regrouped(analysis, index) : analysis)),
  ],
  [
    "analyses-reversed",
    "The analyses are in the reverse order in every second reply",
    ofFolders,
    folders((folder, number) =>
      isEven(number) && Array.isArray(folder.analyses)
        ? { ...folder, analyses: folder.analyses.toReversed() }
        : folder,
    ),
  ],
  [
    "processing-again",
    "Everything that has ended is PROCESSING in every second reply",
    ofFolders,
    folders((folder, number) => (isEven(number) ? withStatus(folder, "PROCESSING") : folder)),
  ],
  [
    "unknown-status",
    "Every status is one that nobody has heard of",
    ofFolders,
    folders((folder) => withStatus(folder, "TELEPORTED")),
  ],
  ["numeric-status", "Every status is a number", ofFolders, folders((folder) => withStatus(folder, 4))],
  ["empty-status", "Every status is an empty text", ofFolders, folders((folder) => withStatus(folder, ""))],
  ["total-too-high", "The total is a million", isList, totals(() => 1_000_000)],
  ["total-too-low", "The total is 1", isList, totals(() => 1)],
  ["total-negative", "The total is negative", isList, totals(() => -1)],
  [
    "empty-with-total",
    "A page without folders, of a list that has some",
    isList,
    paging(() => []),
    / says that it has \d+ folders, but sent none\. /,
  ],
  [
    "no-ids",
    "A page of objects that are no folders",
    isList,
    paging((items) => items.map(() => ({ name: "not a folder" }))),
    / sent a list in which nothing has a folder's ID\. /,
  ],
  [
    "some-not-folders",
    "Every second item of a page is no folder",
    isList,
    paging((items) => items.map((item, index) => (isEven(index) ? item : [null, 7, "text", {}][index % 4]))),
  ],
  [
    "bare-list",
    "The list without its envelope",
    isList,
    rewriting((json) => (isObject(json) ? json.items : json)),
  ],
];

function totals(change: () => number): Act {
  return rewriting((json) => (isObject(json) ? { ...json, total_count: change() } : json));
}

/** Data that no server should send, and that some do. */
export const DATA_FAULTS: readonly Fault[] = ROWS.map(([id, title, only, act, sentence]) => ({
  id: `data-${id}`,
  group: "data",
  title,
  sentence,
  reason: sentence && "unreadable",
  only,
  act,
}));
