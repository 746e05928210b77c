import assert from "node:assert/strict";
import fc from "fast-check";
import { parseTree, type Node } from "jsonc-parser";
import { jsonPathAt, jsonPathText } from "../../../../src/views/json/jsonPath";
import { prettyJson } from "../../../../src/views/json/prettyJson";

const TEXT = prettyJson('{"analyses": [{"results_media": [{}, {"media_id": "m"}], "it\'s": null}], "n": 1}');

/** The path at the `|` in one line of the text. */
function at(line: string): string {
  const begin = TEXT.indexOf(line.replace("|", ""));
  assert.ok(begin >= 0, line);
  return jsonPathText(jsonPathAt(TEXT, begin + line.indexOf("|")));
}

function nodes(node: Node): Node[] {
  const children = node.children ?? [];
  return [...(node.type === "property" ? [] : [node]), ...children.flatMap(nodes)];
}

describe("jsonPathAt", () => {
  it("finds the member from its name, value, indent or end of line", () => {
    const path = "$.analyses[0].results_media[1].media_id";
    assert.equal(at('"med|ia_id": "m"'), path);
    assert.equal(at('"media_id": |"m"'), path);
    assert.equal(at('"media_id"|: "m"'), path);
    assert.equal(at('    |      "media_id"'), path);
    assert.equal(at('"it\'s": null|'), "$.analyses[0]['it\\'s']");
    assert.equal(at("{},|\n"), "$.analyses[0].results_media[0]");
    assert.equal(at('"n": 1|'), "$.n");
  });

  it("finds the object or list that begins or ends in the line", () => {
    assert.equal(at('"analyses": [|'), "$.analyses");
    assert.equal(at("      ],|"), "$.analyses[0].results_media");
    assert.equal(at("    }|\n  ]"), "$.analyses[0]");
    assert.equal(jsonPathText(jsonPathAt(TEXT, 0)), "$");
    assert.equal(jsonPathText(jsonPathAt(TEXT, TEXT.length)), "$");
  });

  it("finds the same path whether a line has one blank or 150,000", () => {
    const paths = [1, 150_000].map((count) => {
      const blanks = " ".repeat(count);
      const text = `{\n  "a": [\n    {"b": "x${blanks}y"${blanks}},${blanks}\n    1\n  ]\n}`;
      return ["x", "y", "\n    1", "1"].map((mark) => jsonPathText(jsonPathAt(text, text.indexOf(mark))));
    });
    assert.deepEqual(paths[1], paths[0]);
  });

  it("gives the root in text that is not JSON", () => {
    for (const text of ["", "\n", "<html>", "]"]) assert.equal(jsonPathText(jsonPathAt(text, 0)), "$");
  });

  it("finds every value of any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = prettyJson(JSON.stringify(value));
        const root = parseTree(text)!;
        for (const node of nodes(root)) {
          if (node.parent?.type === "property" && node.parent.children?.[0] === node) continue;
          const found = jsonPathAt(text, node.offset).reduce<unknown>(
            (parent, step) => (parent as Record<string | number, unknown>)[step],
            JSON.parse(text),
          );
          assert.deepEqual(found, JSON.parse(text.slice(node.offset, node.offset + node.length)));
        }
      }),
    );
  });
});

describe("jsonPathText", () => {
  it("quotes names that are not identifiers", () => {
    assert.equal(
      jsonPathText(["a_1", 0, "a b", "", "1a", 'q"', "it's", "\\", "\n", "é"]),
      `$.a_1[0]['a b']['']['1a']['q"']['it\\'s']['\\\\']['\\n']['é']`,
    );
  });

  it("writes any name in one line of visible characters, and reversibly", () => {
    assert.equal(jsonPathText(["a\u202e\u2028\u0085"]), String.raw`$['a\u202e\u2028\u0085']`);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const text = jsonPathText([name]);
        assert.doesNotMatch(text, /[\p{C}\p{Zl}\p{Zp}]/u);
        assert.equal(text.startsWith("$.") ? text.slice(2) : unquoted(text.slice(3, -2)), name);
      }),
    );
  });
});

const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unquoted(text: string): string {
  return text.replace(/\\(?:u(....)|(.))/gs, (_, code: string | undefined, character: string) =>
    code === undefined ? (ESCAPED[character] ?? character) : String.fromCharCode(parseInt(code, 16)),
  );
}
