import assert from "node:assert/strict";
import fc from "fast-check";
import { hostInWords } from "../../../../src/oz/http/hostInWords";

describe("hostInWords", () => {
  it("names a host with its port unless that is the default", () => {
    for (const [url, words] of [
      ["https://oz.example.com/prefix?a#b", "oz.example.com"],
      ["https://oz.example.com:443", "oz.example.com"],
      ["http://127.0.0.1:8080/", "127.0.0.1:8080"],
      ["http://[::1]:8080", "[::1]:8080"],
    ] as const)
      assert.equal(hostInWords(url), words);
  });

  it("shows non-ASCII letters after the form that is looked up", () => {
    assert.equal(hostInWords("https://bücher.example"), "xn--bcher-kva.example (bücher.example)");
    assert.equal(
      hostInWords("https://xn--bcher-kva.example:8080/p"),
      "xn--bcher-kva.example:8080 (bücher.example)",
    );
    // All but the end is Cyrillic.
    assert.equal(hostInWords("https://раураl.com"), "xn--l-7sba6dbr.com (раураl.com)");
  });

  it("keeps the end of a long one", () => {
    const words = hostInWords(`https://oz.example.com.${"a.".repeat(100)}evil.example:8080`);
    assert.match(words, /^….*a\.evil\.example:8080$/);
    assert.equal(words.length, 120);
    const both = hostInWords(`https://oz.example.com.${"ü.".repeat(20)}evil.example`);
    assert.match(both, /^…[^ü]*\.evil\.example \(.*ü\.evil\.example\)$/);
  });

  it("begins with the host of any URL, in one line without invisible characters", () => {
    const label = fc.stringMatching(/^[\p{L}\p{N}\u200d\u00ad]{1,6}$/u);
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
        const url = `https://${labels.join(".")}.example:8080/`;
        fc.pre(URL.canParse(url));
        const words = hostInWords(url);
        const { host } = new URL(url);
        assert.ok(words === host || words.startsWith(`${host} (`), words);
        assert.doesNotMatch(words, /[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
