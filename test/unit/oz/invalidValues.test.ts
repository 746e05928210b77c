import assert from "node:assert/strict";
import { ExactNumber } from "../../../src/base/exactNumber";
import { readErrorBody } from "../../../src/oz/http/httpError";
import type { OzFolder } from "../../../src/oz/model/folder";
import { idOf } from "../folders/build";
import { clientOf, closeServers, errorOf, serve } from "./support";

const request = { offset: 0, limit: 100 };

const folderText = (number: number, more: string): string => `{"folder_id": "${idOf(number)}", ${more}}`;

async function clientFor(text: string) {
  const { address } = await serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(text);
  });
  return clientOf(address).client;
}

const notes = ({ resolution }: OzFolder): string[] =>
  resolution.findings.map(({ code, message, analysisIds }) => [code, ...analysisIds, message].join(": "));

describe("a reply with values that JSON does not allow", () => {
  afterEach(closeServers);

  it("loses these members only, and has a finding on each", async () => {
    const bad = folderText(
      1,
      `"meta_data": {"score": NaN, "order": 7, "note": "a\nb"}, "analyses": [{"analysis_id": "A1", "type": "QUALITY",
        "state": "FINISHED", "resolution_status": "SUCCESS", "results_data": {"confidence_spoofing": Infinity}}]`,
    );
    const fine = folderText(2, '"meta_data": {"order": 8}');
    for (const text of [`[${bad}, ${fine}]`, `{"total_count": 2, "items": [${bad}, ${fine}]}`]) {
      const page = await (await clientFor(text)).listFolders(request);
      const [first, second] = page.folders;
      assert.deepEqual([page.folders.length, page.skipped], [2, 0]);
      assert.deepEqual(first!.metaData, { order: 7 });
      assert.equal(first!.resolution.groups[0]?.result, "SUCCESS");
      assert.deepEqual(notes(first!).slice(0, 3), [
        "invalidValue: meta_data.score is NaN, which JSON does not allow, so it is left out.",
        "invalidValue: meta_data.note has a raw control character (U+000A), which JSON does not allow, so it is left out.",
        "invalidValue: A1: analyses[0].results_data.confidence_spoofing is Infinity, which JSON does not allow, so it is left out.",
      ]);
      assert.deepEqual(second!.metaData, { order: 8 });
      assert.ok(!notes(second!).some((note) => note.startsWith("invalidValue")));
    }
  });

  it("is read the same alone, with its text as it came", async () => {
    const text = folderText(1, '"meta_data": {"scores": [1, NaN, 3], "a\tb": 1}');
    const reply = await (await clientFor(text)).getFolder(idOf(1));
    assert.equal(reply.text, text);
    assert.deepEqual(reply.folder.metaData, { scores: [1, null, 3] });
    assert.deepEqual(notes(reply.folder).slice(0, 2), [
      "invalidValue: meta_data.scores[1] is NaN, which JSON does not allow, so it is shown as null.",
      "invalidValue: meta_data.a b has a raw control character (U+0009) in its name, which JSON does not allow, so it is left out.",
    ]);
  });

  it("has few findings, however many the values are and however long their names", async () => {
    const name = "n".repeat(100_000);
    const more = Array.from({ length: 1000 }, (_, index) => `"k${index}": NaN`).join();
    const reply = await (
      await clientFor(folderText(1, `"meta_data": {"${name}": NaN, ${more}}`))
    ).getFolder(idOf(1));
    const found = notes(reply.folder).filter((note) => note.startsWith("invalidValue"));
    assert.equal(found.length, 4);
    assert.equal(
      found.at(-1),
      "invalidValue: 998 more values are left out because JSON does not allow them.",
    );
    assert.ok(found.every((note) => note.length < 200));
  });

  it("counts a folder whose ID is such a value as unreadable", async () => {
    const text = `[{"folder_id": NaN}, ${folderText(2, '"a": 1')}]`;
    const page = await (await clientFor(text)).listFolders(request);
    assert.deepEqual([page.folders.map(({ id }) => id), page.skipped], [[idOf(2)], 1]);
  });

  it("is refused if nothing of it can be read", async () => {
    for (const text of ['{"items": NaN}', '{"items": [', "[None]"]) {
      assert.equal((await errorOf((await clientFor(text)).listFolders(request))).reason, "unreadable", text);
    }
  });

  it("may be an error of Oz API", () => {
    const body = readErrorBody('{"error_code": 4, "error_message": "a\nb", "details": NaN}');
    assert.deepEqual(body, { code: 4, message: undefined, details: undefined });
  });
});

describe("a reply with numbers that JavaScript would change", () => {
  afterEach(closeServers);

  it("keeps them in metadata, as IDs and beside ordinary ones", async () => {
    const text = folderText(
      1,
      `"meta_data": {"order": 9007199254740993, "price": 1.10}, "time_created": 1764170000.12345678901,
      "analyses": [{"analysis_id": 9007199254740993, "type": "QUALITY", "state": "FINISHED",
        "results_data": {"confidence_spoofing": 0.12345678901234567890}, "resolution_status": 9007199254740995}]`,
    );
    const { folder } = await (await clientFor(text)).getFolder(idOf(1));
    assert.deepEqual(folder.metaData, { order: new ExactNumber("9007199254740993"), price: 1.1 });
    assert.equal(folder.createdAt, 1_764_170_000_123.4568);
    const [analysis] = folder.resolution.groups[0]!.analyses;
    assert.equal(analysis!.id, "9007199254740993");
    assert.equal(analysis!.scores[0]?.value, 0.12345678901234568);
    assert.equal(analysis!.words.resolution_status, "9007199254740995");
    assert.deepEqual(notes(folder).slice(0, 1), [
      'unknownWord: 9007199254740993: The analysis resolution_status is "9007199254740995", which the Oz API documentation does not define.',
    ]);
  });
});
