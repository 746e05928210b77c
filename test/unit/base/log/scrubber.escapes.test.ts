import assert from "node:assert/strict";
import fc from "fast-check";
import { Scrubber } from "../../../../src/base/log/scrubber";

/** Chooses one of so many ways to write the next character. */
type Choose = (ways: number) => number;
type Writer = (text: string, choose: Choose) => string;

const cased = (hex: string, choose: Choose): string => (choose(2) ? hex.toUpperCase() : hex);

const inUrl: Writer = (text, choose) =>
  Array.from(text, (character) => {
    if (character === " " && choose(2)) return "+";
    if (!"%+".includes(character) && choose(2)) return character;
    return Array.from(
      Buffer.from(character),
      (byte) => `%${cased(byte.toString(16).padStart(2, "0"), choose)}`,
    ).join("");
  }).join("");

const inJson: Writer = (text, choose) =>
  text.replace(/[\s\S]/g, (unit) => {
    const short = JSON.stringify(unit).slice(1, -1);
    if (choose(2)) return unit === "/" ? "\\/" : short;
    return `\\u${cased(unit.charCodeAt(0).toString(16).padStart(4, "0"), choose)}`;
  });

const NAMES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
};

const inPage: Writer = (text, choose) =>
  Array.from(text, (character) => {
    const name = NAMES[character];
    const code = character.codePointAt(0)!;
    if (choose(2)) return name === undefined ? character : `&${name};`;
    return choose(2) ? `&#${code};` : `&#x${cased(code.toString(16), choose)};`;
  }).join("");

const inPython: Writer = (text) =>
  text.replace(/[\\']/g, "\\$&").replace(/[\x80-\xff]/g, (unit) => `\\x${unit.charCodeAt(0).toString(16)}`);

const inBarePage: Writer = (text, choose) =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    return choose(2) ? `&#${code}` : `&#x${cased(code.toString(16), choose)}`;
  }).join("");

const inMail: Writer = (text, choose) =>
  Array.from(text, (character, index) => {
    if (character === " " && choose(2)) return "_";
    const isPlain = /[ -<>-~]/.test(character) && choose(2);
    const bytes = Array.from(
      Buffer.from(character),
      (byte) => `=${cased(byte.toString(16).padStart(2, "0"), choose)}`,
    );
    const isBroken = index > 0 && choose(4) === 0;
    return (isBroken ? "=\r\n" : "") + (isPlain ? character : bytes.join(""));
  }).join("");

const composed: readonly [string, readonly Writer[]][] = [
  ["a URL", [inUrl]],
  ["JSON", [inJson]],
  ["a page", [inPage]],
  ["a page without semicolons", [inBarePage]],
  ["mail", [inMail]],
  ["JSON in mail", [inJson, inMail]],
  ["Python", [inPython]],
  ["JSON in JSON", [inJson, inJson]],
  ["JSON in a URL", [inJson, inUrl]],
  ["a URL in JSON", [inUrl, inJson]],
  ["a URL in a URL", [inUrl, inUrl]],
  ["JSON in a page", [inJson, inPage]],
  ["a URL in JSON in a page", [inUrl, inJson, inPage]],
  ["JSON in JSON in a URL", [inJson, inJson, inUrl]],
];

/** Also such as look like escapes themselves. */
const secret = fc
  .oneof(
    fc.string({ minLength: 4, maxLength: 40 }),
    fc.string({ minLength: 4, maxLength: 20, unit: "binary" }),
    fc.string({
      minLength: 4,
      maxLength: 20,
      unit: fc.constantFrom(...Array.from("%+ \\/\"'&#;x0415fuö€😀")),
    }),
  )
  .filter((text) => !/[…□]/.test(text));

const choices = fc.array(fc.nat(), { minLength: 50, maxLength: 50 });

const chooser = (numbers: readonly number[]): Choose => {
  let next = 0;
  return (ways) => numbers[next++ % numbers.length]! % ways;
};

const scrub = (text: string, known: string): string => {
  const scrubber = new Scrubber();
  scrubber.add(known);
  return scrubber.scrub(text);
};

describe("Scrubber, escaped secrets", () => {
  for (const [name, writers] of composed) {
    it(`removes a secret in ${name}, whichever of its characters are escaped`, () => {
      fc.assert(
        fc.property(secret, choices, (text, numbers) => {
          const choose = chooser(numbers);
          const written = writers.reduce((inner, write) => write(inner, choose), text);
          assert.equal(scrub(`□${written}□`, text), "□…□");
        }),
        { numRuns: 300 },
      );
    });
  }

  for (const [known, text] of [
    ["Winter2024!", "Winter2024%21"],
    ["two words", "two+words"],
    ["one+one", "one%2bone"],
    ["one+one", "one+one"],
    ["a/b", "a%2fb"],
    ["schön", "sch\\u00f6n"],
    ["schön", "sch\\u00F6n"],
    ["schön", "sch\\u{f6}n"],
    ["key😀", "key\\u{01F600}"],
    ["a/b", "a\\/b"],
    ['say "x"', 'say \\\\\\"x\\\\\\"'],
    ["schön", "sch&#246;n"],
    ["schön", "sch&#xf6;n"],
    ["schön", "sch%F6n"],
    ["schön".normalize("NFC"), "schön".normalize("NFD")],
    ["schön".normalize("NFD"), "sch%c3%b6n"],
    ["ö ä/ü", "%C3%B6+\\u00e4\\/&#252;"],
    [">>>???>>>", Buffer.from(">>>???>>>").toString("base64url")],
  ] as const) {
    it(`removes ${known}, written ${text}`, () => {
      assert.equal(scrub(`x=[${text}]`, known), "x=[…]");
    });
  }

  /** In a character set of one byte. */
  const read = (bytes: Buffer, charset: string): string => new TextDecoder(charset).decode(bytes);
  const windows1251 = Buffer.from([0xef, 0xe0, 0xf0, 0xee, 0xeb, 0xfc]);
  for (const [known, what, text] of [
    ["schöne Größe", "UTF-8 read as Latin-1", Buffer.from("schöne Größe").toString("latin1")],
    ["schöne Größe", "UTF-8 read as windows-1252", "schÃ¶ne GrÃ¶ÃŸe"],
    ["schöne Größe", "UTF-8 read as windows-1251", read(Buffer.from("schöne Größe"), "windows-1251")],
    ["schöne Größe", "Latin-1 read as UTF-8", Buffer.from("schöne Größe", "latin1").toString()],
    [
      "schöne Größe",
      "Latin-1 read as windows-1251",
      read(Buffer.from("schöne Größe", "latin1"), "windows-1251"),
    ],
    ["5 € für 7", "windows-1252 read as Latin-1", "5 \x80 f\xfcr 7"],
    ["пароль1", "UTF-8 read as windows-1251", read(Buffer.from("пароль1"), "windows-1251")],
    ["пароль1", "windows-1251 read as Latin-1", `${windows1251.toString("latin1")}1`],
    ["пароль1", "windows-1251 read as UTF-8", `${windows1251.toString()}1`],
    ["s3cret", "UTF-16 read as Latin-1", Buffer.from("s3cret", "utf16le").toString("latin1")],
    ["пароль1", "UTF-16 read as Latin-1", Buffer.from("пароль1", "utf16le").swap16().toString("latin1")],
  ] as const) {
    it(`removes ${known} in ${what}, also in JSON`, () => {
      assert.equal(scrub(`x=[${text}]`, known), "x=[…]");
      assert.equal(scrub(`x=[${JSON.stringify(text).slice(1, -1)}]`, known), "x=[…]");
      assert.equal(scrub(`x=[${inJson(text, () => 0)}]`, known), "x=[…]");
    });
  }

  it("removes what is left of a secret without its first or last character, unless that may be a word", () => {
    for (const cut of ["ong-s3cret", "long-s3cre", "ong-s3cre"])
      assert.equal(scrub(`x=[${cut}]`, "long-s3cret"), "x=[…]");
    assert.equal(scrub("folders olders folder", "folders"), "… olders folder");
  });

  for (const [known, header] of [
    ["grüße & 1_2", "=?utf-8?Q?gr=C3=BC=C3=9Fe_&_1=5F2?="],
    ["grüße & 1_2", `=?utf-8?B?${Buffer.from("grüße & 1_2").toString("base64")}?=`],
  ] as const)
    it(`removes a secret from a header of mail: ${header}`, () => {
      assert.match(scrub(header, known), /^=\?utf-8\?[QB]\?…=*\?=$/);
    });

  it("hides overlapping secrets as one", () => {
    const scrubber = new Scrubber();
    for (const known of ["abcd", "cdefgh"]) scrubber.add(known);
    assert.equal(scrubber.scrub("x abcdefgh y"), "x … y");
  });

  it("leaves unchanged what only looks escaped", () => {
    const text = "100 %, C:\\new\\users & <b>+1</b> &#99999999; &#x110000; %zz \\u12 öäü";
    assert.equal(scrub(text, "unknown"), text);
  });

  // Far less than this each; what is not linear takes minutes.
  it("stays fast on texts made to be hard to search", function () {
    this.timeout(10_000);
    const scrubber = new Scrubber();
    for (let length = 1; length <= 200; length++) scrubber.add("a".repeat(length));
    for (const hard of ["aaaaaaaaa%2561\\\\u0061&amp;#97;", "%25", "\\", "ö", 'password:"\\']) {
      scrubber.scrub(hard.repeat(10_000 / hard.length));
    }
    for (const hard of ["password", " ", "password: ", "token:", "bearer ", "eyJ-", "&#0", "%"]) {
      new Scrubber().scrub(`password${hard.repeat(300_000 / hard.length)}`);
    }
  });
});
