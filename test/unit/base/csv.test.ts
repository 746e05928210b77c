import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csv } from "../../../src/base/csv";
import { ExactNumber } from "../../../src/base/exactNumber";

/** @returns the rows below the head, as a library reads them */
const read = (text: string): string[][] => parse(text, { bom: true }).slice(1);

const one = (value: string): string => read(csv(["a"], [[value]]))[0]![0]!;

const SPECIAL = [
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＋",
  "－",
  "＠",
  "\t",
  "\r",
  "\n",
  " ",
  ";",
  ",",
  '"',
  "'",
  "|",
  "a",
  "1",
];

/** Texts full of what CSV and spreadsheets give a meaning. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SPECIAL), minLength: 1 }),
  fc.string({ minLength: 1, unit: "binary" }),
);

describe("csv", () => {
  it("is read by a library as it was written, but for apostrophes before formulas", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const found = read(csv(["a", "b"], rows));
        assert.equal(found.length, rows.length);
        for (const [index, row] of rows.entries()) {
          const plain = found[index]!.map((cell) => cell.replaceAll("'", ""));
          assert.deepEqual(
            plain,
            row.map((cell) => cell.replaceAll("'", "")),
          );
        }
      }),
    );
  });

  it("changes no text without such a character", () => {
    for (const value of ["", "Ünï, “x”", '"', "a\r\nb", "a=b", "1-2", "me@example.com", "a; b", "'x'"])
      assert.equal(one(value), value);
  });

  it("has no cell that is a formula, whatever separates cells for the reader", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const written = csv(["a", "b"], rows);
        for (const cell of read(written).flat()) assert.doesNotMatch(cell, /^[\t\r\n]|^ *[=+\-@＝＋－＠]/);
        // As a program sees them that looks for another separator. A third quote would be the first character.
        for (const cell of written.slice(1).split(/[;\t\r\n]/))
          assert.doesNotMatch(cell, /^"{0,2} *[=+\-@＝＋－＠]/);
      }),
    );
  });

  it("keeps numbers, with all their digits, and leaves the cells of unknown values empty", () => {
    const values = [-1.5, new ExactNumber("-9007199254740993"), 0, null, "-1.5"];
    assert.deepEqual(read(csv(["a", "b", "c", "d", "e"], [values])), [
      ["-1.5", "-9007199254740993", "0", "", "'-1.5"],
    ]);
  });

  it("is UTF-8 with a byte order mark, and ends each row with CRLF", () => {
    assert.equal(csv(["a", "b"], [["1", "ü"]]), "\u{feff}a,b\r\n1,ü\r\n");
  });

  it("guards the names of columns as well", () => {
    assert.equal(csv(["=1+1"], []), "\u{feff}'=1+1\r\n");
  });
});
