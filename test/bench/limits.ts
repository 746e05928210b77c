// How long the extension host stands still while it takes in replies at the very limits, and lays JSON out.
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

/** Milliseconds for which nothing else may have to wait. */
const AIM = 200;

const ROUNDS = 7;

const source = { origin: "http://bench", scrubber: new Scrubber() };

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join();

function folderOf(number: number, more: string): string {
  return `{"folder_id":"7e7e7e7e-0000-4000-8000-${String(number).padStart(12, "0")}",${more}}`;
}

/** Takes a list in as the extension does when it has it already: measured, parsed, resolved, compared. */
function takeIn(text: string, rows: number, before: unknown): unknown {
  const { json, depth } = parseMeasured({ status: 200, text, header: () => "application/json" }, source);
  const folders = readPage(json, rows, depth > MAX_DEPTH)?.folders.map((folder) => folder.json);
  isDeepStrictEqual(folders, before);
  return folders;
}

/** The work is one block of the event loop: what it takes is how long everything else waits. */
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
  const before = takeIn(text, rows, undefined);
  return row(what, text, () => takeIn(text, rows, before));
}

/** Media are read once for each reply, so each round needs one of its own. */
function media(what: string, text: string): Row {
  const replies = Array.from({ length: ROUNDS }, (): unknown => JSON.parse(text));
  return row(what, text, () => readMedia(replies.pop()));
}

/** What opening a document does, and then hovering it or copying a path. */
function layout(what: string, text: string): Row[] {
  if (plainReason(text) !== undefined) throw new Error(`This is beyond the limits of layout: ${what}.`);
  const document = documentText(text, undefined) ?? "";
  return [
    row(`layout, ${what}`, text, () => documentText(text, undefined)),
    row(`path, ${what}`, document, () => plainReason(document) ?? jsonPathAt(document, document.length / 2)),
  ];
}

function search(what: string, text: string): Row {
  const { json } = parseMeasured({ status: 200, text, header: () => "application/json" }, source);
  const folders = readPage(json, 100, false)?.folders ?? [];
  return row(what, text, () => searchFolders(folders, "nothing like it", 100));
}

/** As long as ordinary folders of 40 KB are: pictures and films have long addresses. */
function widen(page: string, length: number): string {
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
    list("100 folders of 40 KB", widen(page, 4_000_000)),
    list("200 folders of 40 KB", widen(pageOf200, 8_000_000), 200),
    list("as many values as may be, of folders", await folderPage(most), most),
    list(
      "100 folders with as many analyses as are resolved",
      `[${repeat(100, (index) => folderOf(index, `"analyses":[${repeat(MAX_ANALYSES, () => "{}")}]`))}]`,
    ),
    list(
      "100 folders of empty analyses, as many as may be",
      `[${repeat(100, (index) => folderOf(index, `"analyses":[${repeat(perFolder, () => "{}")}]`))}]`,
    ),
    list(
      "analyses each with words of its own",
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
    list("as deep as may be", `[${folderOf(1, `"a":${"[".repeat(120_000)}${"]".repeat(120_000)}`)}]`),
    list(
      "items beyond those asked for",
      `[${repeat(MAX_VALUES / 2 - 10, (index) => `{"folder_id":"${index}"}`)}]`,
    ),
    list(
      "empty objects in metadata",
      `[${folderOf(1, `"meta_data":[${repeat(MAX_VALUES - 10, () => "{}")}]`)}]`,
    ),
    list(
      "objects each with a name of its own",
      `[${folderOf(1, `"meta_data":[${repeat(MAX_VALUES / 2 - 10, (index) => `{"k${index}":1}`)}]`)}]`,
    ),
    list(
      "one object with as many names as may be",
      `[${folderOf(1, `"meta_data":{${names(MAX_VALUES - 10)}}`)}]`,
    ),
    list("as many bytes as may be, in a text", `[${folderOf(1, `"a":"${"x".repeat(MAX_BYTES - 100)}"`)}]`),
    list(
      "as many bytes as may be, escapes",
      `[${folderOf(1, `"a":"${'\\"'.repeat(MAX_BYTES / 2 - 100)}"`)}]`,
    ),
    media("2,000 media of 2,000 analyses", manyAnalyses),
    media("media that all analyses used, as many as may be", usedByAll),
    media("one medium that 80,000 analyses used", usedBy(80_000, '"m"')),
    media("as many media that 50,000 analyses used, all alike", usedBy(50_000, alike)),
    search("search in one folder's metadata", `[${folderOf(1, `"meta_data":{${names(MAX_VALUES - 10)}}`)}]`),
    search(
      "search in 100 folders' metadata",
      `[${repeat(100, (index) => folderOf(index, `"meta_data":{${names(perFolder)}}`))}]`,
    ),
    ...layout("an ordinary folder as long as may be", ordinary),
    ...layout("as many values as may be", `[${repeat(MAX_FORMATTED_VALUES - 1, () => "1")}]`),
    ...layout("as deep as may be", deep),
    ...layout("as many escapes as may be", escapes(MAX_FORMATTED_ESCAPES)),
    ...layout("as many characters as may be", folderOf(1, `"a":"${"x".repeat(MAX_FORMATTED_LENGTH - 200)}"`)),
    row("layout, all escapes", mostEscapes, () => documentText(mostEscapes, undefined)),
    row("an analysis out of an ordinary folder", ordinary, () => documentText(ordinary, "none")),
    row("an analysis out of escaped quotes", mostEscapes, () => documentText(mostEscapes, "none")),
    row("an analysis out of escaped line breaks", lineBreaks, () => documentText(lineBreaks, "none")),
  ];
});
