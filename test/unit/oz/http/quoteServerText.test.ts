import assert from "node:assert/strict";
import { Scrubber } from "../../../../src/base/log/scrubber";
import { quoteServerText } from "../../../../src/oz/http/quoteServerText";

const id = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";

describe("quoteServerText", () => {
  const scrubber = new Scrubber();
  const quoted = (text: string, limit: number): string => quoteServerText(text, limit, scrubber);

  it("leaves ordinary text unchanged", () => {
    assert.equal(
      quoted("Could not locate field for key_path: expire_token", 160),
      "Could not locate field for key_path: expire_token",
    );
    assert.equal(quoted(`No folder ${id}`, 160), `No folder ${id}`);
  });

  it("removes line breaks, control characters and changes of direction", () => {
    assert.equal(quoted("a\r\n\tb\u0007c\u202ed\u2066e\u200bf\u2028g", 160), "a b c d e f g");
  });

  it("breaks what VS Code would show as a link", () => {
    assert.ok(!quoted("[Sign in](command:evil) [x]\u200b(https://evil.example)", 160).includes("]("));
  });

  it("truncates without splitting a character", () => {
    assert.equal(quoted("😀😀😀😀", 3), "😀😀…");
    assert.equal(quoted("😀😀😀", 3), "😀😀😀");
  });

  it("hides known secrets and whatever looks like one", () => {
    scrubber.add("hunter2");
    assert.equal(quoted("pass=hunter2, again hunter2", 160), "pass=…, again …");
    assert.equal(quoted(`token ${"5a4d0b0c".repeat(16)} expired`, 160), "token … expired");
  });
});
