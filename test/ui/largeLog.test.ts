import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import path from "node:path";
import { writeLargeLog } from "../largeLog";
import { useStage } from "./stage";

describe("a log of 50 MB with 100,000 IDs", () => {
  const stage = useStage({ settings: { "workbench.editorLargeFileConfirmation": 1024 } }, () => ({
    recordRequests: true,
  }));

  let file: string;
  let ids: readonly string[];
  beforeEach(async () => {
    const { sandbox, workbench } = stage;
    file = path.join(workbench.folder, "large.log");
    ids = await writeLargeLog(file, [await sandbox.idAt(2)]);
  });
  afterEach(() => rm(file));

  it("causes no request when opened, scrolled and hovered, other than the polling of the list", async () => {
    const { sandbox, workbench } = stage;
    const before = sandbox.requests.length;
    await workbench.openFile("large.log");
    await workbench.editor.waitFor("its lines", (text) => text.includes(ids[1]!));
    assert.match(
      await workbench.editor.hoverAt(ids[0]!),
      /Reveal · Explain/,
      "extensions have access to the document",
    );
    for (let page = 0; page < 3; page++) {
      for (const id of ids.slice(page * 20 + 3, page * 20 + 5))
        assert.match(await workbench.editor.hoverAt(id), /^Look up in /);
      await workbench.editor.scrollToLine(page * 20 + 21);
    }
    await workbench.screenshot("large-log");
    const asked = sandbox.requests.slice(before).map((request) => request.path);
    assert.deepEqual(
      asked.filter((one) => one !== "/api/folders/"),
      [],
    );
  });
});
