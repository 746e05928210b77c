import assert from "node:assert/strict";
import { Uri } from "vscode";
import { desk } from "../../../standIn/desk";
import { settle } from "../../settle";
import { openWorld, type World } from "../world";

describe("Save List", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    desk.patient = true;
  });

  const run = (): Promise<unknown> => Promise.resolve(desk.commands.get("ozInspector.saveList")?.(undefined));

  /** Waits for a question. */
  async function asked(placeholder: string): Promise<typeof desk.asking> {
    while (desk.asking?.placeholder !== placeholder) await settle();
    return desk.asking;
  }

  it("offers to read the list if nothing of it was loaded, as while the view is closed", async () => {
    await world.connections.signOut("staging");
    const token = { accessToken: "a".repeat(128) };
    await world.connections.signIn("https://staging.example.com", token, AbortSignal.timeout(1000));
    const done = run();
    (await asked("Choose a format"))?.choose("CSV");
    (await asked("Choose which folders to save"))?.choose("All Folders");
    await done;
    assert.match(desk.seen.at(-1)?.text ?? "", /folders-.*\.csv$/);
  });

  it("saves nothing if the user has signed out meanwhile", async () => {
    desk.file = Uri.file("/home/somebody/list.csv");
    const done = run();
    (await asked("Choose a format"))?.choose("CSV");
    const keys = await asked("Select metadata to save as well; leave empty for none");
    await world.connections.signOut("staging");
    keys?.choose("order");
    await done;
    assert.deepEqual(desk.seen.at(-1), {
      what: "error",
      text: "Signed out or switched to another connection meanwhile.",
    });
  });
});
