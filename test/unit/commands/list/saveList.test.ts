import assert from "node:assert/strict";
import { Uri, workspace } from "vscode";
import { desk } from "../../../standIn/desk";
import { settle } from "../../settle";
import { IDS } from "../fakeServer";
import { openWorld, type World } from "../world";

const KEYS = "Select metadata to save as well; leave empty for none";

describe("Save List", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    desk.patient = true;
  });

  const run = (): Promise<unknown> => Promise.resolve(desk.commands.get("ozInspector.saveList")?.(undefined));

  /** @returns the texts of the files that are written from now on */
  function keepFiles(): readonly string[] {
    const written: string[] = [];
    const writeFile = (_file: Uri, bytes: Uint8Array): unknown => written.push(Buffer.from(bytes).toString());
    Object.assign(workspace, { fs: { writeFile, rename: () => undefined } });
    return written;
  }

  /** Signs in again, so that nothing of the list is loaded. */
  async function forget(): Promise<void> {
    await world.connections.signOut("staging");
    const token = { accessToken: "a".repeat(128) };
    await world.connections.signIn("https://staging.example.com", token, AbortSignal.timeout(1000));
  }

  /** Waits for a question. */
  async function asked(placeholder: string): Promise<typeof desk.asking> {
    while (desk.asking?.placeholder !== placeholder) await settle();
    return desk.asking;
  }

  it("offers to read the list if nothing of it was loaded, as while the view is closed", async () => {
    await forget();
    const done = run();
    (await asked("Choose a format"))?.choose("CSV");
    (await asked("Choose which folders to save"))?.choose("All Folders");
    (await asked(KEYS))?.choose("transaction_id");
    await done;
    assert.match(desk.seen.at(-1)?.text ?? "", /folders-.*\.csv$/);
  });

  for (const pressed of [undefined, "Save What Was Read"])
    it(`asks what to do with what it has read when the server goes away, and is told: ${pressed}`, async () => {
      const { clock, server } = world;
      const written = keepFiles();
      await forget();
      Object.assign(server, { total: 3, patience: 1 });
      desk.file = Uri.file("/home/somebody/list.csv");
      desk.pressed = pressed;
      const before = desk.seen.length;
      const done = run();
      (await asked("Choose a format"))?.choose("CSV");
      (await asked("Choose which folders to save"))?.choose("All Folders");
      (await asked(KEYS))?.choose("transaction_id");
      const state = { isDone: false }; //DBG
      void done.finally(() => (state.isDone = true));
      while (!state.isDone) {
        clock.advance(1000);
        await settle();
      }
      const [question = "", ...others] = desk.seen
        .slice(before)
        .flatMap(({ what, text }) => (what === "message" || what === "error" ? [text] : []));
      assert.match(
        question,
        /^Only 1 folder was read, back to .*cannot be reached.* Nothing is saved yet\.$/,
      );
      assert.deepEqual([others.length, written.length], pressed === undefined ? [0, 0] : [1, 1]);
      if (pressed === undefined) return;
      assert.match(others[0] ?? "", /^Saved 1 of 3 folders to list\.csv\. Only 1 folder was read/);
      assert.match(written[0] ?? "", new RegExp(`^.folder_id,.*\r\n${IDS.F},.*\r\n$`));
    });

  it("goes back to an earlier question, with honest numbers, and keeps what was answered", async () => {
    await forget();
    const done = run();
    const steps: unknown[] = [];
    const next = async (placeholder: string): Promise<NonNullable<typeof desk.asking>> => {
      const question = await asked(placeholder);
      steps.push([question?.step, question?.totalSteps]);
      return question!;
    };
    (await next("Choose a format")).choose("CSV");
    (await next("Choose which folders to save")).goBack();
    (await next("Choose a format")).choose("JSON Lines");
    (await next("Choose which folders to save")).choose("All Folders");
    (await next(KEYS)).goBack();
    // Of what is loaded there are no keys.
    (await next("Choose which folders to save")).choose("Loaded Folders");
    await done;
    assert.deepEqual(steps, [
      [1, 3],
      [2, 3],
      [1, 3],
      [2, 3],
      [3, 3],
      [2, 3],
    ]);
    assert.equal(desk.seen.at(-1)?.text, "There are no folders to save.");
  });

  it("opens the file that it has saved, if the user wants it", async () => {
    desk.file = Uri.file("/home/somebody/list.csv");
    desk.pressed = "Open";
    keepFiles();
    const done = run();
    (await asked("Choose a format"))?.choose("CSV");
    (await asked(KEYS))?.choose("order");
    await done;
    assert.deepEqual(desk.seen.at(-1), {
      what: "command",
      text: "vscode.open file:///home/somebody/list.csv",
    });
  });

  it("saves nothing if the user has signed out meanwhile", async () => {
    desk.file = Uri.file("/home/somebody/list.csv");
    const done = run();
    (await asked("Choose a format"))?.choose("CSV");
    const keys = await asked(KEYS);
    await world.connections.signOut("staging");
    keys?.choose("order");
    await done;
    assert.deepEqual(desk.seen.at(-1), {
      what: "error",
      text: "Signed out or switched to another connection meanwhile.",
    });
  });
});
