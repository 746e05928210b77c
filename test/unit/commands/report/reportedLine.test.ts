import assert from "node:assert/strict";
import fc from "fast-check";
import { reportedLine } from "../../../../src/commands/report/reportedLine";

const ID = "7e7e7e7e-0000-4000-8000-000000000001";

/** What must not become public. */
const PLANTED = [
  ID,
  "f9000001",
  "jane@corp.example",
  "bank.example.com:8443",
  "Jane Doe",
  "customer_ref",
  "5a4d0b0c5a4d0b0c",
  "/home/jane/",
  "C:\\Users\\jane\\",
];

/** Lines as the log has them, where "*" stands for what must not become public. */
const LINES = [
  "GET /api/folders/*?with_analyses 200 12 ms 4711 B id *",
  "GET /*/api/analyses/* timeout 30000 ms id *",
  "GET /api/folders/?limit&* 200 12 ms 4711 B id *",
  "POST /api/authorize/auth/ 401 7 ms * id 1",
  "POST /api/authorize/auth/ * 7 ms id 1",
  "Command *",
  "Command ozInspector.openJson *",
  "ozInspector.openJson: *",
  "ozInspector.openJson: UserError: Sign in to * first.",
  "ozInspector.openJson: serverError, status *",
  "ozInspector.openJson: SyntaxError: Unexpected token in *\n    at read (*dist/extension.js:12:5)\n    at *\n  *",
  "*: serverError, status 500",
  "VS Code did not save ozInspector.watches *",
  "VS Code did not save *",
  "*",
];

describe("a line of the log in a report", () => {
  for (const [line, expected] of [
    [
      `GET /api/folders/${ID}?with_analyses 200 12 ms 4711 B id 9f1c`,
      "GET /api/folders/<id>?… 200 12 ms 4711 B",
    ],
    [
      "GET /api/folders/?limit&time_updated.min timeout 30000 ms id 9f1c",
      "GET /api/folders/?… timeout 30000 ms",
    ],
    ["POST /api/authorize/refresh/ 401 7 ms 90 B id 9f1c", "POST /api/authorize/refresh/ 401 7 ms 90 B"],
    ["Command ozInspector.openJson", "Command ozInspector.openJson"],
    ["Tool lookUpFolder", "Tool lookUpFolder"],
    ["Tool of somebody", "(a line of another kind)"],
    ["Command link", "Command link"],
    ["ozInspector.refresh: serverError, status 500", "ozInspector.refresh: serverError, status 500"],
    ["ozInspector.refresh: offline", "ozInspector.refresh: offline"],
    [
      "ozInspector.refresh: UserError: Sign in to Staging first.",
      "ozInspector.refresh: UserError (text left out)",
    ],
    [
      "ozInspector.refresh: TypeError: x is undefined\n    at Foo.read (/home/jane/.vscode/oz/dist/extension.js:1:22)\n    at async C:\\Users\\jane\\dist\\sandbox.js:3:4",
      "ozInspector.refresh: TypeError (text left out)\n    at Foo.read (extension.js:1:22)\n    at (nameless) (sandbox.js:3:4)",
    ],
    ["The renewed session could not be saved.", "The renewed session could not be saved."],
    ["VS Code did not save ozInspector.watches", "VS Code did not save ozInspector.watches"],
    ["Something that a later version says", "(a line of another kind)"],
  ] as const)
    it(`keeps what tells of a failure: ${expected.split("\n")[0]}`, () => {
      assert.equal(reportedLine(line), expected);
    });

  it("never has an ID, an address, a name, an email, a key of metadata or a secret", () => {
    const planted = fc.constantFrom(...PLANTED);
    const around = fc.oneof(fc.constant(""), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.constantFrom(...LINES), planted, around, around, (line, secret, before, after) => {
        const said = reportedLine(line.replaceAll("*", () => `${before}${secret}${after}`));
        for (const part of [secret, "jane", "Doe"]) assert.ok(!said.includes(part), said);
      }),
      { numRuns: 5000 },
    );
  });
});
