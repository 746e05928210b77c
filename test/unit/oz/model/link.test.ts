import assert from "node:assert/strict";
import fc from "fast-check";
import { readLink } from "../../../../src/oz/model/link";

describe("readLink", () => {
  it("reads URLs that a browser opens", () => {
    for (const text of [
      "http://oz-api-nginx:8880/static/a/b.mp4?sign=a%2Bb%3D&x=1#t",
      "https://oz.example.com",
      "HTTPS://oz.example.com/it's",
      "https://oz.example.com/@name?a=b@c",
    ])
      assert.equal(readLink(text)?.href, new URL(text).href);
    assert.equal(readLink("https://xn--e1afmkfd.example/")?.host, "xn--e1afmkfd.example");
    assert.match(readLink("https://оz.example.com/")?.host ?? "", /^xn--/, "a look-alike shows what it is");
  });

  it("reads nothing else", () => {
    for (const text of [
      "",
      "javascript:alert(1)",
      "command:workbench.action.quit",
      "file:///etc/passwd",
      "vscode://file/etc/passwd",
      "data:text/html,x",
      "//oz.example.com/a",
      "/static/a.mp4",
      "https://",
      "https:///user@evil.example",
      "https://evil@oz.example.com",
      "https://@oz.example.com",
      "https://user:password@oz.example.com/",
      "https://oz.example.com\\@evil.example/",
      "https://oz.example.com/a b",
      "https://oz.example.com/\u202egpj.exe",
      "\nhttps://oz.example.com/",
      "https://oz.example.com/\n",
      "https://oz.example.com:99999/",
      `https://oz.example.com/${"a".repeat(10_000)}`,
    ])
      assert.equal(readLink(text), undefined, text.slice(0, 60));
  });

  it("never throws, and returns no user name and no other scheme", () => {
    const pieces = fc.constantFrom(
      "http",
      "s",
      ":",
      "/",
      "@",
      "\\",
      "?",
      "#",
      "a",
      "[",
      "]",
      "%",
      "\n",
      "\u202e",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.array(pieces).map((all) => `http:/${all.join("")}`),
        ),
        (text) => {
          const link = readLink(text);
          if (!link) return;
          assert.match(link.protocol, /^https?:$/);
          assert.equal(link.username + link.password, "");
        },
      ),
    );
  });
});
