// Measures how long replies at the limits block the extension host, when they are read and laid out as JSON.
import { isDeepStrictEqual } from "node:util";
import {
  MAX_ANALYSES,
  MAX_BYTES,
  MAX_DEPTH,
  MAX_FORMATTED_ESCAPES,
  MAX_FORMATTED_LENGTH,
  MAX_FORMATTED_VALUES,
  MAX_MEDIA,
  MAX_VALUES,
} from "../../src/base/limits";
import { Scrubber } from "../../src/base/log/scrubber";
import { searchFolders } from "../../src/folders/search/searchFolders";
import { parseMeasured } from "../../src/oz/http/parseReply";
import { readPage } from "../../src/oz/model/folder";
import { readMedia } from "../../src/oz/model/media";
import { documentText } from "../../src/views/json/documentText";
import { jsonPathAt } from "../../src/views/json/jsonPath";
import { plainReason } from "../../src/views/json/prettyJson";
import { folderPage, largeFolder } from "./pages";
import { report } from "./report";
import { judged, rounded, type Row } from "./row";
import { median } from "./statistics";

/** Milliseconds for which the extension host may be blocked. */
const AIM = 200;

const ROUNDS = 7;

const source = { origin: "http://bench", scrubber: new Scrubber() };

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join();

function folderOf(number: number, more: string): string {
  return `{"folder_id":"7e7e7e7e-0000-4000-8000-${String(number).padStart(12, "0")}",${more}}`;
}

/** Reads a list as the extension does on a refresh: measured, parsed, resolved, compared. */
function readList(text: string, rows: number, before: unknown): unknown {
  const { json, depth } = parseMeasured({ status: 200, text, header: () => "application/json" }, source);
  const folders = readPage(json, rows, undefined, depth > MAX_DEPTH)?.folders.map((folder) => folder.json);
  isDeepStrictEqual(folders, before);
  return folders;
}

/** The work blocks the event loop, so its duration is how long everything else waits. */
function row(what: string, text: string, work: () => unknown): Row {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const middle = median(times);
  return {
    what,
    MB: rounded(text.length / 1024 / 1024),
    "median ms": Math.round(middle),
    "longest ms": Math.round(Math.max(...times)),
    ...judged(`median ≤ ${AIM} ms`, middle <= AIM),
  };
}

function list(what: string, text: string, rows = 100): Row {
  const before = readList(text, rows, undefined);
  return row(what, text, () => readList(text, rows, before));
}

/** Media are read only once per reply, so each round needs its own. */
function media(what: string, text: string): Row {
  const replies = Array.from({ length: ROUNDS }, (): unknown => JSON.parse(text));
  return row(what, text, () => readMedia(replies.pop()));
}

/** Measures opening a document, and then hovering it or copying a path. */
function layout(what: string, text: string): Row[] {
  if (plainReason(text) !== undefined) throw new Error(`Exceeds the limits of layout: ${what}.`);
  const document = documentText(text, undefined) ?? "";
  return [
    row(`layout, ${what}`, text, () => documentText(text, undefined)),
    row(`path, ${what}`, document, () => plainReason(document) ?? jsonPathAt(document, document.length / 2)),
  ];
}

function search(what: string, text: string): Row {
  const { json } = parseMeasured({ status: 200, text, header: () => "application/json" }, source);
  const folders = readPage(json, 100)?.folders ?? [];
  return row(what, text, () => searchFolders(folders, "nothing like it", 100));
}

/** Pads a page to the length of ordinary folders, whose images and videos have long URLs. */
function pad(page: string, length: number): string {
  const { items } = JSON.parse(page) as { items: object[] };
  const missing = Math.max(0, Math.round((length - page.length) / items.length));
  return JSON.stringify({ items: items.map((item) => ({ ...item, more: "x".repeat(missing) })) });
}

void report(async () => {
  const page = await folderPage(100);
  const pageOf200 = await folderPage(200);
  const most = Math.floor(MAX_VALUES / 168);
  const perFolder = MAX_VALUES / 100 - 10;
  const manyAnalyses = folderOf(
    1,
    `"media":[${repeat(2000, (index) => `{"media_id":"m${index}"}`)}],"analyses":[${repeat(
      2000,
      (index) => `{"type":"QUALITY","source_media":["m${index}"],"results_media":[{"media_id":"m${index}"}]}`,
    )}]`,
  );
  const [one] = (
    JSON.parse(largeFolder(page, 50, Math.floor(MAX_FORMATTED_LENGTH / 2500))) as { items: [object] }
  ).items;
  const ordinary = JSON.stringify(one);
  const deep = `{"a":${"[".repeat(MAX_DEPTH - 2)}${repeat(36_000, () => "1")}${"]".repeat(MAX_DEPTH - 2)}}`;
  const names = (count: number): string => repeat(count, (index) => `"k${index}":1`);
  const ids = repeat(MAX_MEDIA, (index) => `"m${index}"`);
  const usedByAll = folderOf(
    1,
    `"media":[${ids}],"analyses":[${repeat(230, () => `{"type":"QUALITY","source_media":[${ids}]}`)}]`,
  );
  const usedBy = (count: number, own: string): string =>
    folderOf(1, `"media":[${own}],"analyses":[${repeat(count, () => '{"source_media":["m"]}')}]`);
  const alike = repeat(MAX_MEDIA, (index) => `{"media_id":"m${index}","image_id":"m"}`);
  const escapes = (length: number, escape = '\\"'): string =>
    folderOf(1, `"analyses":[{"a":"${escape.repeat(length)}"}]`);
  const mostEscapes = escapes(MAX_BYTES / 2 - 100);
  const lineBreaks = escapes(MAX_BYTES / 2 - 100, "\\n");
  return [
    list("100 folders of 40 KB", pad(page, 4_000_000)),
    list("200 folders of 40 KB", pad(pageOf200, 8_000_000), 200),
    list("maximum number of values, in folders", await folderPage(most), most),
    list(
      "100 folders with the maximum of analyses that are resolved",
      `[${repeat(100, (index) => folderOf(index, `"analyses":[${repeat(MAX_ANALYSES, () => "{}")}]`))}]`,
    ),
    list(
      "100 folders with the maximum of empty analyses",
      `[${repeat(100, (index) => folderOf(index, `"analyses":[${repeat(perFolder, () => "{}")}]`))}]`,
    ),
    list(
      "analyses with different texts each",
      `[${repeat(100, (folder) =>
        folderOf(
          folder,
          `"analyses":[${repeat(
            MAX_ANALYSES,
            (index) => `{"state":"A${index}","resolution":"B${index}","type":"C${index}"}`,
          )}]`,
        ),
      )}]`,
    ),
    list("maximum depth", `[${folderOf(1, `"a":${"[".repeat(120_000)}${"]".repeat(120_000)}`)}]`),
    list(
      "more items than requested",
      `[${repeat(MAX_VALUES / 2 - 10, (index) => `{"folder_id":"${index}"}`)}]`,
    ),
    list(
      "empty objects in metadata",
      `[${folderOf(1, `"meta_data":[${repeat(MAX_VALUES - 10, () => "{}")}]`)}]`,
    ),
    list(
      "objects with a different name each",
      `[${folderOf(1, `"meta_data":[${repeat(MAX_VALUES / 2 - 10, (index) => `{"k${index}":1}`)}]`)}]`,
    ),
    list(
      "one object with the maximum of names",
      `[${folderOf(1, `"meta_data":{${names(MAX_VALUES - 10)}}`)}]`,
    ),
    list("maximum size, in one text", `[${folderOf(1, `"a":"${"x".repeat(MAX_BYTES - 100)}"`)}]`),
    list("maximum size, in escapes", `[${folderOf(1, `"a":"${'\\"'.repeat(MAX_BYTES / 2 - 100)}"`)}]`),
    media("2,000 media of 2,000 analyses", manyAnalyses),
    media("maximum of media, all used by all analyses", usedByAll),
    media("one medium used by 80,000 analyses", usedBy(80_000, '"m"')),
    media("maximum of media with one image ID, used by 50,000 analyses", usedBy(50_000, alike)),
    search("search in one folder's metadata", `[${folderOf(1, `"meta_data":{${names(MAX_VALUES - 10)}}`)}]`),
    search(
      "search in 100 folders' metadata",
      `[${repeat(100, (index) => folderOf(index, `"meta_data":{${names(perFolder)}}`))}]`,
    ),
    ...layout("an ordinary folder of maximum length", ordinary),
    ...layout("maximum number of values", `[${repeat(MAX_FORMATTED_VALUES - 1, () => "1")}]`),
    ...layout("maximum depth", deep),
    ...layout("maximum number of escapes", escapes(MAX_FORMATTED_ESCAPES)),
    ...layout("maximum length", folderOf(1, `"a":"${"x".repeat(MAX_FORMATTED_LENGTH - 200)}"`)),
    row("layout, all escapes", mostEscapes, () => documentText(mostEscapes, undefined)),
    row("one analysis of an ordinary folder", ordinary, () => documentText(ordinary, "none")),
    row("one analysis of escaped quotes", mostEscapes, () => documentText(mostEscapes, "none")),
    row("one analysis of escaped line breaks", lineBreaks, () => documentText(lineBreaks, "none")),
  ];
});
