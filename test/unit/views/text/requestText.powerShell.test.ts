import assert from "node:assert/strict";
import fc from "fast-check";
import { powerShellCommand } from "../../../../src/views/text/requestText";
import { hostilePiece, hostileUrl } from "./hostileUrls";

/** What PowerShell takes for a single quote. */
const isQuote = (character: string): boolean => /^['\u2018-\u201b]$/.test(character);

/**
 * Reads a text in single quotes by the rule of PowerShell's tokenizer, written down independently because PowerShell
 * cannot be installed from npm or Debian: a quote of any kind ends it, two of any kind stand for the first.
 * @param open the index of the first quote
 */
function quoted(command: string, open: number): { readonly text: string; readonly end: number } {
  let text = "";
  for (let at = open + 1; at < command.length; at++) {
    const character = command.charAt(at);
    if (isQuote(character)) {
      if (!isQuote(command.charAt(at + 1))) return { text, end: at + 1 };
      at++;
    }
    text += character;
  }
  return assert.fail("A quote is open.");
}

/** @returns what stands in single quotes in a command, and the rest of it */
function parse(command: string): { readonly texts: readonly string[]; readonly rest: string } {
  const texts: string[] = [];
  let rest = "";
  for (let at = 0; at < command.length;) {
    if (isQuote(command.charAt(at))) {
      const { text, end } = quoted(command, at);
      texts.push(text);
      rest += "''";
      at = end;
    } else rest += command.charAt(at++);
  }
  return { texts, rest };
}

describe("a copied PowerShell command", () => {
  it("prints what the server sends, takes the token from the environment and sends it nowhere else", () => {
    assert.equal(
      powerShellCommand("https://oz.example.com/it's/api/folders/1?with_analyses=true"),
      "(Invoke-WebRequest -UseBasicParsing -MaximumRedirection 0 " +
        "-Headers @{ 'X-Forensic-Access-Token' = \"$env:OZ_ACCESS_TOKEN\" } " +
        "-Uri 'https://oz.example.com/it''s/api/folders/1?with_analyses=true').Content",
    );
  });

  it("quotes any URL, and any other text, so that PowerShell takes it as it is", () => {
    const { rest } = parse(powerShellCommand("https://oz.example.com"));
    fc.assert(
      fc.property(fc.oneof(hostileUrl, hostilePiece), (url) => {
        assert.deepEqual(parse(powerShellCommand(url)), { texts: ["X-Forensic-Access-Token", url], rest });
      }),
    );
  });
});
