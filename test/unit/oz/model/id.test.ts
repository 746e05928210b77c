import assert from "node:assert/strict";
import fc from "fast-check";
import { readId, shortId } from "../../../../src/oz/model/id";
import { anyText } from "../support";

const id = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";

describe("readId", () => {
  for (const text of [
    id,
    id.toUpperCase(),
    id.replaceAll("-", ""),
    `{${id}}`,
    `"${id}"`,
    `'${id}',`,
    `\`${id}\``,
    ` ${id}\n`,
    `urn:uuid:${id}`,
    `URN:UUID:${id.toUpperCase()}`,
    `https://oz.example.com/api/folders/${id}`,
    `https://oz.example.com/api/folders/${id}/`,
    `https://oz.example.com/api/folders/${id}?with_analyses=true`,
    `/api/folders/${id}/#top`,
    `(${id}).`,
  ]) {
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(readId(text), id));
  }

  for (const text of [
    "",
    " ",
    "folder",
    id.slice(1),
    `${id}0`,
    id.replace("-", ""),
    id.replace("1f0c", "1g0c"),
    `${id} ${id}`,
    `https://oz.example.com/api/folders/${id}/analyses`,
    `https://oz.example.com/?folder=${id}`,
    "../../etc",
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(readId(text), undefined));
  }

  it("reads every UUID however it is written, and its own result unchanged", () => {
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.replaceAll("-", ""),
      (text) => `{${text}}`,
      (text) => `"${text}"`,
      (text) => ` ${text} `,
      (text) => `urn:uuid:${text}`,
      (text) => `https://h/api/folders/${text}/`,
    );
    fc.assert(
      fc.property(fc.uuid(), dress, (uuid, wear) => {
        assert.equal(readId(wear(uuid)), uuid);
        assert.equal(readId(uuid), uuid);
      }),
    );
  });

  it("returns an ID or nothing for any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readId(text);
        if (read !== undefined) assert.match(read, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      }),
    );
  });

  it("does not search a text that is longer than an address", () => {
    assert.equal(readId(`${" ".repeat(1000)}${id}`), id);
    assert.equal(readId(`${" ".repeat(2000)}${id}`), undefined);
  });

  it("stays fast on a whole document in the clipboard", () => {
    for (const text of ["/", " ,", "?", '"', `${id} `]) assert.equal(readId(text.repeat(100_000)), undefined);
  });
});

it("shortId returns the first eight characters", () => assert.equal(shortId(id), "1f0c2e4a"));
