import assert from "node:assert/strict";
import fc from "fast-check";
import { folderLink, readFolderLink, type LinkParts } from "../../../../src/commands/folder/folderLink";

const extension = "oz-inspector.oz-inspector";
const id = "1f0c2e4a-93b7-4d1e-8a55-0c9d2b7e6f31";

/** Splits an address as VS Code does. */
function parts(link: string): LinkParts {
  const [, authority = "", path = "", query = "", fragment = ""] =
    /^[\w-]+:\/\/([^/?#]*)([^?#]*)\??([^#]*)#?(.*)$/s.exec(link) ?? [];
  return { authority, path, query, fragment };
}

const read = (link: string): string | undefined => readFolderLink(parts(link), extension);

describe("folderLink and readFolderLink", () => {
  it("link to the folder in any edition of VS Code", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom("vscode", "vscode-insiders", "code-oss"), (uuid, scheme) =>
        assert.equal(read(folderLink(scheme, extension, uuid)), uuid),
      ),
    );
    assert.equal(folderLink("vscode", extension, id), `vscode://${extension}/folder/${id}`);
  });

  for (const link of [
    `vscode://${extension}/folder/${id.toUpperCase()}`,
    `vscode://Oz-Inspector.Oz-Inspector/folder/${id.replaceAll("-", "")}`,
  ])
    it(`read ${link}`, () => assert.equal(read(link), id));

  for (const link of [
    `vscode://${extension}/folder/`,
    `vscode://${extension}/folder/${id}/`,
    `vscode://${extension}//folder/${id}`,
    `vscode://${extension}/folder/${id}/analyses`,
    `vscode://${extension}/folder/../folder/${id}`,
    `vscode://${extension}/Folder/${id}`,
    `vscode://${extension}/analysis/${id}`,
    `vscode://${extension}/folder/{${id}}`,
    `vscode://${extension}/folder/ ${id}`,
    `vscode://${extension}/folder/${id}\n`,
    `vscode://${extension}/folder/${id}0`,
    `vscode://${extension}/folder/https://evil.example/api/folders/${id}`,
    `vscode://${extension}/folder/${id}?server=https://evil.example`,
    `vscode://${extension}/folder/${id}#top`,
    `vscode://evil.example/folder/${id}`,
    `vscode://${extension}@evil.example/folder/${id}`,
    `vscode://me@${extension}/folder/${id}`,
    `vscode://${extension}:80/folder/${id}`,
    `vscode://${extension}/`,
    `vscode:/folder/${id}`,
  ])
    it(`reject ${JSON.stringify(link)}`, () => assert.equal(read(link), undefined));
});
