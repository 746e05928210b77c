import assert from "node:assert/strict";
import { hex, special, word } from "./planted";
import { findSecrets } from "./search";

/** How other software writes a text, independently of the code of the search. */
const ways: readonly (readonly [string, (text: string) => string])[] = [
  ["as is", (text) => text],
  ["in upper case", (text) => text.toUpperCase()],
  ["in a URL", (text) => encodeURIComponent(text)],
  ["in the query of a URL", (text) => new URL(`http://host/?a=${encodeURIComponent(text)}`).href],
  ["in JSON", (text) => JSON.stringify({ text })],
  ["in JSON in JSON", (text) => JSON.stringify(JSON.stringify({ text }))],
  ["in HTML", (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")],
  ["in base64", (text) => Buffer.from(text).toString("base64")],
  ["in base64 after a name", (text) => Buffer.from(`demo@oz.example:${text}`).toString("base64")],
  ["in base64 within JSON", (text) => Buffer.from(`{"password":"${text}"}`).toString("base64")],
  ["without its end", (text) => text.slice(0, 17)],
  ["without its beginning", (text) => text.slice(-17)],
];

describe("the search for secrets", () => {
  for (const [name, write] of ways) {
    for (const secret of [hex(128), word(), special(), `${special()}ü`]) {
      it(`finds ${secret.length} characters ${name}`, () => {
        const places = [{ where: "a place", text: `before ${write(secret)} after` }];
        const [found] = findSecrets([{ name: "it", text: secret }], places);
        assert.match(found ?? "nothing", /^it, .* in a place: /);
      });
    }
  }

  it("finds a secret ID without its dashes", () => {
    const text = "7e7e7e7e-0000-4000-8000-0a0b0c0d0e0f";
    const places = [{ where: "a place", text: `/${text.replaceAll("-", "").toUpperCase()}/` }];
    assert.equal(findSecrets([{ name: "it", text }], places).length, 1);
  });

  it("finds nothing in unrelated text", () => {
    assert.deepEqual(
      findSecrets([{ name: "it", text: special() }], [{ where: "a place", text: special() }]),
      [],
    );
  });
});
