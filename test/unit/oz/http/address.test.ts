import assert from "node:assert/strict";
import { domainToASCII } from "node:url";
import fc from "fast-check";
import { isLoopback, parseAddress } from "../../../../src/oz/http/address";
import { anyText } from "../support";

function baseUrl(text: string): string {
  const parsed = parseAddress(text);
  return "problem" in parsed ? parsed.problem : parsed.baseUrl;
}

describe("parseAddress", () => {
  const read: readonly (readonly [string, string])[] = [
    ["oz.example.com", "https://oz.example.com"],
    ["https://oz.example.com/", "https://oz.example.com"],
    ["https://oz.example.com///", "https://oz.example.com"],
    ["https://oz.example.com/api", "https://oz.example.com"],
    ["https://oz.example.com/api/", "https://oz.example.com"],
    ["https://oz.example.com/api/api//", "https://oz.example.com"],
    ["HTTPS://OZ.Example.COM/API/", "https://oz.example.com"],
    ["  oz.example.com\n", "https://oz.example.com"],
    ["//oz.example.com", "https://oz.example.com"],
    ["https:oz.example.com", "https://oz.example.com"],
    ["https:/oz.example.com", "https://oz.example.com"],
    ["https://oz.example.com:443", "https://oz.example.com"],
    ["https://oz.example.com:8443/api", "https://oz.example.com:8443"],
    ["oz.example.com:8443", "https://oz.example.com:8443"],
    ["http://10.0.0.7:8880", "http://10.0.0.7:8880"],
    ["https://bank.example.com/ozforensicsapigateway/api", "https://bank.example.com/ozforensicsapigateway"],
    ["https://bank.example.com/api/Oz/", "https://bank.example.com/api/Oz"],
    ["https://bank.example.com/myapi", "https://bank.example.com/myapi"],
    ["intranet", "https://intranet"],
    ["localhost", "http://localhost"],
    ["localhost:8080", "http://localhost:8080"],
    ["localhost:80", "http://localhost"],
    ["LOCALHOST:8080/api/", "http://localhost:8080"],
    ["https://localhost:8080", "https://localhost:8080"],
    ["127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["127.8.9.10", "http://127.8.9.10"],
    ["[::1]:8080", "http://[::1]:8080"],
    ["[2001:DB8::1]", "https://[2001:db8::1]"],
    ["http://[2001:db8::1]:8000/api", "http://[2001:db8::1]:8000"],
    ["bücher.example", "https://xn--bcher-kva.example"],
    ["https://oz.example.com/api/authorize/auth/", "https://oz.example.com"],
    ["oz.example.com/API/Folders", "https://oz.example.com"],
    ["https://oz.example.com/api/folders/?meta_data=a==b#x", "https://oz.example.com"],
    ["https://oz.example.com/api/folders?search_text=Jane Doe/api/users", "https://oz.example.com"],
    ["https://oz.example.com/oz/api/folders/7d?with_analyses=true", "https://oz.example.com/oz"],
    ["localhost:8080/api/version#top", "http://localhost:8080"],
    ["https://bank.example.com/api/media/api/folders/7d", "https://bank.example.com/api/media"],
    ["localhost/api/media/api/folders", "http://localhost/api/media"],
    ["https://bank.example.com/api/media/api/", "https://bank.example.com/api/media"],
    ["https://bank.example.com/api/foldersync", "https://bank.example.com/api/foldersync"],
    [`https://oz.example.com/api/folders/?folder_id=${"7d,".repeat(1000)}`, "https://oz.example.com"],
  ];
  for (const [text, expected] of read) {
    it(`reads ${JSON.stringify(text.slice(0, 80))}`, () => assert.equal(baseUrl(text), expected));
  }

  it("gives the origin without the path", () => {
    assert.deepEqual(parseAddress("https://h.example:8443/a/b/api"), {
      baseUrl: "https://h.example:8443/a/b",
      origin: "https://h.example:8443",
    });
  });

  const refused: readonly (readonly [string, RegExp])[] = [
    ["", /Enter the address/],
    [" \n", /Enter the address/],
    ["ftp://oz.example.com", /not ftp:/],
    ["javascript:alert(1)", /not javascript:/],
    ["file:///etc/passwd", /not file:/],
    ["https://me:secret@oz.example.com", /user name and password/],
    ["https://@oz.example.com", /user name and password/],
    ["me:secret@oz.example.com", /user name and password/],
    ["me@oz.example.com", /user name and password/],
    ["https://oz.example.com/?token=1", /question mark/],
    ["https://oz.example.com/api#top", /#/],
    ["https://oz.example.com/api/?name=secret", /question mark/],
    ["https://oz.example.com/orders/?name=secret", /question mark/],
    ["https://oz.example.com/orders?next=/api/folders/secret", /question mark/],
    ["https://oz.example.com/#/api/folders/secret", /#/],
    ["https://me:secret@oz.example.com/api/folders/", /user name and password/],
    ["/api/folders/", /Not the address/],
    ["hello world", /Not the address/],
    ["https://", /Not the address/],
    ["https://:8080", /Not the address/],
    ["/api", /Not the address/],
    ["https://oz..example.com", /Not the address/],
    ["https://oz.example.com:99999", /Not the address/],
    ["https://oz.example.com:0", /Not the address/],
    ["https://[::1", /Not the address/],
    ["::1", /Not the address/],
    ["8080", /Not the address/],
    ["127.1", /Not the address/],
    ["0x7f.0.0.1", /Not the address/],
    ["https:\\\\oz.example.com", /Not the address/],
    ["https://oz.exam\nple.com", /Not the address/],
    ["https://oz.example.com\u202e", /Not the address/],
    [`https://oz.example.com/${"a".repeat(2000)}`, /Not the address/],
  ];
  for (const [text, expected] of refused) {
    it(`refuses ${JSON.stringify(text.slice(0, 40))}`, () => {
      const problem = baseUrl(text);
      assert.match(problem, expected);
      assert.doesNotMatch(problem, /secret/);
      assert.match(problem, /^[^\n]+\.$/);
    });
  }

  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/).filter((text) => !text.startsWith("xn--"));
  const host = fc.oneof(
    fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join(".")),
    fc.ipV4(),
    fc.ipV6().map((address) => `[${address}]`),
  );
  const prefix = fc
    .array(
      label.filter((text) => text !== "api"),
      { maxLength: 3 },
    )
    .map((parts) => parts.map((part) => `/${part}`).join(""));
  const scheme = fc.constantFrom("http", "https");
  const port = fc.option(
    fc.integer({ min: 1, max: 65535 }).map((number) => `:${number}`),
    { nil: "" },
  );

  it("returns the same result for every way to write one address", () => {
    const ending = fc.constantFrom("", "/", "//", "/api", "/api/", "/API//");
    const blank = fc.constantFrom("", " ", "\t\n");
    fc.assert(
      fc.property(
        scheme,
        host,
        port,
        prefix,
        ending,
        blank,
        fc.boolean(),
        (scheme, host, port, prefix, ending, blank, upper) => {
          const start = `${scheme}://${host}${port}`;
          const variant = `${blank}${upper ? start.toUpperCase() : start}${prefix}${ending}${blank}`;
          const plain = parseAddress(`${start}${prefix}`);
          assert.ok("baseUrl" in plain);
          assert.deepEqual(parseAddress(variant), plain);
        },
      ),
    );
  });

  it("cuts the URL of any request to the base, also below a prefix like a request", () => {
    const requests = [
      "authorize/auth/",
      "authorize/refresh",
      "folders",
      "Folders/",
      "analyses/7d",
      "media/7d/meta_data",
      "instant/folders/",
      "collections/7d/persons/",
      "companies/",
      "users/7d",
      "event_sessions",
      "config",
      "version",
    ];
    const requestLike = fc.constantFrom("", "/api/oz", "/api/media");
    const after = fc.tuple(fc.constantFrom("", "?", "#"), anyText).map(([mark, text]) => mark && mark + text);
    fc.assert(
      fc.property(
        scheme,
        host,
        port,
        prefix,
        requestLike,
        fc.constantFrom("/api/", "/API/"),
        fc.constantFrom(...requests),
        after,
        (scheme, host, port, prefix, requestLike, api, request, after) => {
          const base = `${scheme}://${host}${port}${prefix}${requestLike}`;
          const plain = parseAddress(`${base}/api`);
          assert.ok("baseUrl" in plain);
          assert.deepEqual(parseAddress(`${base}${api}${request}${after}`), plain);
        },
      ),
      { numRuns: 1000 },
    );
  });

  // Texts that are nearly an address: its parts in any order, with anything between them.
  const part = fc.oneof(
    fc.constantFrom("https:", "//", "/", "api", ":", "8080", "@", "?", "#", "[::1]", "h.example", "%2e"),
    fc.string({ maxLength: 4 }),
  );
  const nearly = fc
    .tuple(fc.constantFrom("", "https://", "http://h/"), fc.array(part, { maxLength: 6 }))
    .map(([start, parts]) => start + parts.join(""));

  it("reads its own result unchanged", () => {
    fc.assert(
      fc.property(nearly, (text) => {
        const once = parseAddress(text);
        if ("baseUrl" in once) assert.deepEqual(parseAddress(once.baseUrl), once);
      }),
      { numRuns: 1000 },
    );
  });

  it("accepts only http and https, with only a path after the host", () => {
    fc.assert(
      fc.property(fc.oneof(nearly, anyText), (text) => {
        const parsed = parseAddress(text);
        if ("problem" in parsed) return;
        const url = new URL(parsed.baseUrl);
        assert.match(url.protocol, /^https?:$/);
        assert.equal(url.origin, parsed.origin);
        assert.equal(`${url.username}${url.password}${url.search}${url.hash}`, "");
      }),
      { numRuns: 1000 },
    );
  });

  it("names the host that was typed, and no other", () => {
    const written = fc.oneof(
      host,
      fc.domain(),
      anyText,
      fc.stringMatching(/^[a-z.\u3002\uff0e\u00df\uff41%2e@:\\[\]]{1,12}$/),
    );
    const after = fc.constantFrom(
      "",
      "/",
      "/x",
      "/@evil.example",
      ":8080",
      "/?",
      "/api/folders?@evil.example/",
    );
    fc.assert(
      fc.property(fc.constantFrom("", "//", "https://", "http:/"), written, after, (start, typed, end) => {
        const address = parseAddress(`${start}${typed}${end}`);
        // Further slashes before the host are ignored, as in browsers.
        if (!("origin" in address) || /^(?:[\s/]|$)/.test(typed)) return;
        const [authority = ""] = `${typed}${end}`.trim().split(/[/?#]/);
        const name = authority.replace(/:\d*$/, "");
        const { hostname } = new URL(address.origin);
        assert.ok(
          [name.toLowerCase(), domainToASCII(name), ipv6(name)].includes(hostname),
          `${name} became ${hostname}`,
        );
      }),
    );
  });

  it("never repeats a password, or what follows the path", () => {
    const start = fc.constantFrom(
      "",
      "//",
      "https:",
      "https:/",
      "https://",
      "http://",
      "ftp://",
      " https:\\\\",
      "oz:",
    );
    const middle = fc.oneof(fc.constantFrom("", "/api/folders/", "/x", ":80/api/version"), anyText);
    const secretAt = fc.constantFrom<(start: string, middle: string) => string>(
      (start) => `${start}me:tr0mb0ne@h.example`,
      (start) => `${start}tr0mb0ne@h.example`,
      (start, middle) => `${start}me:${middle.replace(/[/?#]/g, "")}tr0mb0ne@h.example${middle}`,
      (start, middle) => `${start}h.example${middle}?token=tr0mb0ne`,
      (start, middle) => `${start}h.example${middle}#tr0mb0ne`,
    );
    fc.assert(
      fc.property(start, middle, secretAt, (start, middle, write) => {
        assert.doesNotMatch(JSON.stringify(parseAddress(write(start, middle))), /tr0mb0ne/i);
      }),
    );
  });
});

/** @returns an IPv6 address as URLs write it, undefined if the name is none */
function ipv6(name: string): string | undefined {
  return name.startsWith("[") && URL.canParse(`http://${name}`)
    ? new URL(`http://${name}`).hostname
    : undefined;
}

describe("isLoopback", () => {
  it("accepts this machine and nothing that only looks like it", () => {
    for (const url of [
      "http://localhost",
      "http://localhost:80/x",
      "https://127.255.0.1",
      "http://[::1]:9/",
    ]) {
      assert.ok(isLoopback(url), url);
    }
    for (const url of [
      "http://localhost.example.com",
      "http://127.0.0.1.example.com",
      "http://128.0.0.1",
      "http://[::2]",
      "http://10.127.0.0",
      "http://0.0.0.0",
    ]) {
      assert.ok(!isLoopback(url), url);
    }
  });
});
