import assert from "node:assert/strict";
import { webConsoleLink } from "../../../../src/oz/model/link";

const id = "7e7e7e7e-0000-4000-8000-000000000001";

describe("webConsoleLink", () => {
  const link = (template: string, folderId = id): string => {
    const found = webConsoleLink(template, folderId);
    return "problem" in found ? found.problem : found.href;
  };

  it("replaces every placeholder with the ID, and nothing else", () => {
    assert.equal(link(" https://console.example/o/{folder_id} "), `https://console.example/o/${id}`);
    assert.equal(
      link("http://c:8080/?id={folder_id}&again={folder_id}#{tab}"),
      `http://c:8080/?id=${id}&again=${id}#{tab}`,
    );
    assert.equal(link("https://c/{folder_id}", "$&/../?x"), "https://c/%24%26%2F..%2F%3Fx");
  });

  it("says what is wrong with a template", () => {
    for (const template of ["", "  "])
      assert.match(link(template), / is empty\. Set it to a URL that contains \{folder_id\}\.$/);
    assert.match(
      link("https://console.example/orders"),
      /^The setting ozInspector\.webConsole\.folderUrl must contain \{folder_id\}/,
    );
    for (const template of [
      "javascript:alert('{folder_id}')",
      "command:x?{folder_id}",
      "console.example/{folder_id}",
      "https://user:password@console.example/{folder_id}",
      "https://console.example/a b/{folder_id}",
    ])
      assert.match(link(template), / must begin with https/, template);
  });
});
