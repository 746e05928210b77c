import assert from "node:assert/strict";
import fc from "fast-check";
import { findIds, type FoundId } from "../../../../src/oz/model/id";
import { anyText } from "../support";

const id = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";
const bare = id.replaceAll("-", "");

const found = (text: string): readonly string[] => findIds(text).map((one) => one.id);

describe("findIds finds", () => {
  for (const text of [
    id,
    id.toUpperCase(),
    bare,
    bare.toUpperCase(),
    `{${id}}`,
    `{${bare.toUpperCase()}}`,
    `"folder_id": "${id}",`,
    `{\\"folder_id\\":\\"${id}\\"}`,
    `{\\u0022folder_id\\u0022:\\u0022${id}\\u0022}`,
    `not found:\\n${id}\\n`,
    `'${bare}'`,
    `urn:uuid:${id}`,
    `id=${id}`,
    `id=${id}&limit=5`,
    `https://oz.example.com/api/folders/${id}`,
    `https://oz.example.com/api/folders/${id}/analyses/?type=quality#top`,
    `https://oz.example.com/?q=%7B${id}%7D`,
    `%22${bare}%22`,
    `C:\\logs\\${id}.json`,
    `/var/log/folder-${id}.json`,
    `folder_${id}_2`,
    `${id}-2.json`,
    `2026-11-23-${id}.log`,
    `${id}-result`,
    `--folder-id=${id}`,
    `- ${id}`,
    `--${id}--`,
    `${id}.`,
    `(${id})`,
    `[2026-11-23 10:22:15] ${id}: DECLINED`,
    `文件夹${id}已完成`,
  ]) {
    it(`one ID in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(found(text), [id]);
      const [{ start, end } = { start: 0, end: 0 }] = findIds(text);
      assert.equal(text.slice(start, end).replaceAll("-", "").toLowerCase(), bare);
    });
  }

  it("several IDs, in order", () => {
    const other = "7e7e7e7e-0000-4000-8000-000000000001";
    assert.deepEqual(found(`${id},${other}\n${id} ${bare}`), [id, other, id, id]);
    assert.deepEqual(found(`/folders/${id}/analyses/${other}`), [id, other]);
  });
});

describe("findIds does not find", () => {
  for (const text of [
    "",
    "folder",
    `${id}0`,
    `0${id}`,
    `${bare}0`,
    `a${bare}`,
    `${id}z`,
    `x${id}`,
    `${bare}${bare}`,
    `dead-${id}`,
    `${id}-beef`,
    `folder-dead-${id}`,
    `${id}-beef.json`,
    `${id}-${id}`,
    `${bare}-${bare}`,
    // W3C Trace Context.
    `traceparent: 00-${bare}-00f067aa0ba902b7-01`,
    // SHA-1 and SHA-256.
    `${bare}00000000`,
    `sha256:${bare}${bare}`,
    id.slice(1),
    id.replace("-", ""),
    id.replace("1f0c", "1g0c"),
    id.replaceAll("-", "_"),
    `%7B0${id}`,
  ]) {
    it(`an ID in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), []));
  }
});

/** The same rule without a regular expression over the whole: tries every place and looks around it. */
function slowly(text: string): readonly FoundId[] {
  const isHex = (word: string) => /^[\da-f]*$/i.test(word);
  const isSolid = (char: string | undefined) => char !== undefined && /^[\da-z]$/i.test(char);
  const all: FoundId[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const length of [36, 32]) {
      const word = text.slice(start, start + length);
      const digits = length === 32 ? word : word.split("-").join("");
      const dashes = Array.from(word)
        .flatMap((char, at) => (char === "-" ? [at] : []))
        .join();
      if (digits.length !== 32 || !isHex(digits) || dashes !== (length === 36 ? "8,13,18,23" : "")) continue;
      const before = text.slice(0, start);
      const escaped = /(?:%[\da-f]{2}|\\[nrt]|\\u[\da-f]{4})$/i.test(before.slice(-6));
      if (isSolid(before.at(-1)) && !escaped) continue;
      if (isSolid(text[start + length])) continue;
      if (before.endsWith("-")) {
        const last =
          before
            .slice(0, -1)
            .split(/[^\da-z]/i)
            .at(-1) ?? "";
        if (last.length >= 4 && isHex(last)) continue;
      }
      if (text[start + length] === "-") {
        const [next = ""] = text.slice(start + length + 1).split(/[^\da-z]/i);
        if (next.length >= 4 && isHex(next)) continue;
      }
      const parts = [8, 12, 16, 20].map((end, at) => digits.slice([0, 8, 12, 16][at], end));
      all.push({ id: [...parts, digits.slice(20)].join("-").toLowerCase(), start, end: start + length });
    }
  }
  return all;
}

describe("findIds", () => {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.uuid() },
    fc.uuid().map((uuid) => uuid.replaceAll("-", "")),
    fc.uuid().map((uuid) => uuid.toUpperCase()),
    fc.constantFrom(
      "-",
      "--",
      "_",
      "%7B",
      "%22",
      "%2",
      "\\n",
      "\\u0022",
      "dead-",
      "-beef",
      "-2",
      "2026-11-23-",
      "x",
    ),
    fc.constantFrom(" ", "/", '"', "folder-", "é", "\n", "0", "abcd"),
    fc.string({ maxLength: 5 }),
  );

  it("finds the same as an obvious search, whatever the text", () => {
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.oneof(text, anyText), (one) => assert.deepEqual(findIds(one), slowly(one))),
      { numRuns: 2000 },
    );
  });

  it("finds every ID between characters other than letters, digits and dashes", () => {
    const separator = fc.string({ minLength: 1, maxLength: 9 }).filter((text) => !/[\da-z\\%-]/i.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(separator, fc.uuid())), (pairs) =>
        assert.deepEqual(
          found(pairs.flat().join("")),
          pairs.map(([, uuid]) => uuid),
        ),
      ),
    );
  });

  it("stays fast on text that nearly is an ID over and over", () => {
    for (const text of ["a", "-", "abcd-", "%7B", bare, `${id}-`, `${id.slice(0, -1)}-`, "\\u0022"])
      assert.ok(findIds(text.repeat(2_000_000 / text.length)).length <= 1);
  });
});
