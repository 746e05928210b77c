import assert from "node:assert/strict";
import fc from "fast-check";
import { Scrubber } from "../../../../src/base/log/scrubber";

const scrubberWith = (...secrets: string[]): Scrubber => {
  const scrubber = new Scrubber();
  for (const secret of secrets) scrubber.add(secret);
  return scrubber;
};

/** What a server can be given for a password, and more. */
const secret = fc
  .oneof(fc.string({ minLength: 4, maxLength: 40 }), fc.string({ minLength: 4, unit: "binary" }))
  // The mark that a secret leaves is no secret.
  .filter((text) => !text.includes("…"));

const inText = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;" })[sign] ?? "&gt;");

const ways: readonly [string, (text: string) => string][] = [
  ["as it is", (text) => text],
  ["in a URL", (text) => encodeURIComponent(Buffer.from(text).toString())],
  ["in JSON", (text) => JSON.stringify(text)],
  ["in a web page", inText],
  ["in a web page of Django", (text) => inText(text).replaceAll('"', "&quot;").replaceAll("'", "&#x27;")],
  ["in a web page of PHP", (text) => inText(text).replaceAll('"', "&quot;").replaceAll("'", "&#39;")],
  ["in Basic authentication", (text) => Buffer.from(text).toString("base64")],
];

describe("Scrubber", () => {
  for (const [name, write] of ways) {
    it(`removes every secret that it knows, written ${name}`, () => {
      fc.assert(
        fc.property(secret, fc.string(), fc.string(), (text, before, after) => {
          const written = write(text);
          const core = name === "in JSON" ? written.slice(1, -1) : written.replace(/=+$/, "");
          const scrubbed = scrubberWith(text).scrub(`${before} ${written} ${after}`);
          const rest = `${before} ${after}`;
          // What stood around it may contain it by chance.
          assert.ok(!scrubbed.includes(core) || rest.includes(core), scrubbed);
        }),
      );
    });
  }

  it("removes a secret from the Base64 of a longer text, wherever it begins", () => {
    const password = fc.string({ minLength: 5, maxLength: 12, unit: "grapheme" });
    fc.assert(
      fc.property(fc.nat({ max: 5 }), password, fc.nat({ max: 3 }), (before, text, after) => {
        const whole = Buffer.from("u".repeat(before) + text + "x".repeat(after));
        for (const kind of ["base64", "base64url"] as const) {
          const scrubbed = scrubberWith(text)
            .scrub(`[${whole.toString(kind)}]`)
            .replace("…", "");
          // At most the characters that share their bits with what is beside the secret are left.
          const rest = 2 + Math.ceil(((before + after) * 8) / 6) + 2;
          assert.ok(scrubbed.length <= 2 + rest, scrubbed);
        }
      }),
    );
  });

  it("removes all of a secret that contains another one", () => {
    assert.equal(scrubberWith("abc", "abcdef-long").scrub("x abcdef-long y abc"), "x … y …");
  });

  for (const [line, expected] of [
    ['{"password": "x y"}', '{"password": "…"}'],
    ['{"password": "x \\" y", "a": 1}', '{"password": "…", "a": 1}'],
    ['{"said": "{\\"password\\": \\"x y\\"}"}', '{"said": "{\\"password\\": \\"…\\"}"}'],
    ["{&quot;password&quot;: &quot;x y&quot;}", "{&quot;password&quot;: &quot;…&quot;}"],
    ["<QueryDict: {'password': ['x y']}>", "<QueryDict: {'password': ['…']}>"],
    ["password=b'x y'", "password=b'…'"],
    ['{"password": "x y', '{"password": "…'],
    ['{"password": ""}', '{"password": ""}'],
    ["access_token=short&limit=1", "access_token=…&limit=1"],
    ["x-forensic-access-token: short", "x-forensic-access-token: …"],
    ["Authorization: Bearer short", "Authorization: Bearer …"],
    ["Authorization: Basic c2hvcnQ=", "Authorization: Basic …"],
    ["sent bearer short", "sent bearer …"],
    ["https://host/file?X-Amz-Signature=0af", "https://host/file?X-Amz-Signature=…"],
  ] as const) {
    it(`removes what is named like a secret: ${line}`, () => {
      assert.equal(new Scrubber().scrub(line), expected);
    });
  }

  it("leaves sentences about tokens unchanged", () => {
    for (const sentence of [
      "Could not locate field for key_path: expire_token",
      "User auth token is not valid. You must be logged for this request.",
      "There is no folder 7e7e7e7e-0000-4000-8000-000000000001.",
    ]) {
      assert.equal(new Scrubber().scrub(sentence), sentence);
    }
  });

  it("leaves any text unchanged that has neither a secret nor what is named or shaped like one", () => {
    const known = fc.string({ minLength: 4, maxLength: 20, unit: fc.constantFrom(...Array.from("αβγδж😀")) });
    const word = fc.oneof(
      fc.uuid(),
      fc.string({ maxLength: 8 }),
      fc.string({ maxLength: 8, unit: "binary" }).filter((text) => !/[αβγδж😀]/u.test(text)),
      fc.constantFrom(
        "GET",
        "/api/folders/",
        "?limit=1&offset=2",
        "%C3%B6",
        "\\u00f6",
        "&amp;",
        '{"a": "b"}',
        "1740826800.25",
      ),
    );
    const text = fc
      .array(word, { maxLength: 8 })
      .map((words) => words.join(" "))
      .filter((all) => !/passw|secret|token|signature|authorization|api-?key|bearer|eyj/i.test(all));
    fc.assert(fc.property(text, known, (all, secret) => assert.equal(scrubberWith(secret).scrub(all), all)));
  });

  it("ignores an empty secret", () => {
    assert.equal(scrubberWith("").scrub("text"), "text");
  });

  it("forgets the oldest of very many secrets, but none in use", () => {
    const scrubber = scrubberWith("first", "second");
    for (let index = 0; index < 1000; index++) {
      scrubber.add(`other-${index}`);
      scrubber.add("second");
    }
    assert.equal(scrubber.scrub("first second other-999"), "first … …");
  });
});
