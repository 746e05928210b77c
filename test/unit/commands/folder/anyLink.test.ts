import assert from "node:assert/strict";
import fc from "fast-check";
import { UserError } from "../../../../src/commands/command";
import { openLink } from "../../../../src/commands/folder/folderLink";
import { EXTENSION } from "../../../../src/ids";
import { findIds } from "../../../../src/oz/model/id";
import { desk } from "../../../standIn/desk";
import { Uri } from "../../../standIn/values";
import { anyText } from "../../oz/support";
import { settle } from "../../settle";
import { IDS } from "../fakeServer";
import { openWorld, type World } from "../world";

const id = fc.oneof(
  fc.uuid(),
  fc.uuid().map((uuid) => uuid.replaceAll("-", "").toUpperCase()),
  fc.constantFrom(...Object.values(IDS)),
);

const piece = fc.oneof(
  { weight: 3, arbitrary: id },
  fc.constantFrom(
    "/",
    "/folder/",
    "/analysis/",
    "..",
    "%2f",
    "\\",
    "\n",
    "{",
    "}",
    "-",
    "@",
    ":",
    "=",
    "&",
    "?",
    "#",
  ),
  fc.constantFrom(
    "https://evil.example",
    "//evil.example",
    "command:ozInspector.signOut",
    "server=",
    "token=",
  ),
  anyText,
);
const some = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(""));

/** A link as VS Code hands it over, mostly one of ours with something added or missing. */
const link = fc.record({
  authority: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(EXTENSION, EXTENSION.toUpperCase()) }, some),
  path: fc.oneof(
    { weight: 2, arbitrary: id.map((one) => `/folder/${one}`) },
    some.map((one) => `/folder/${one}`),
    some,
  ),
  query: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, some),
  fragment: fc.oneof({ weight: 5, arbitrary: fc.constant("") }, some),
});

describe("a link of any kind", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });

  it("looks up its ID on the current server, after a question, or is none of ours", async () => {
    let lookUps = 0;
    await fc.assert(
      fc.asyncProperty(link, async (parts) => {
        desk.seen.length = 0;
        world.server.asked.length = 0;
        const refusal = await refusalOf(world, Uri.from({ scheme: "vscode", ...parts }));
        await settle();
        const [question] = desk.seen;
        if (question === undefined) {
          assert.ok(refusal instanceof UserError);
          assert.equal(refusal.message, "Not an Oz Inspector link. Links end in /folder/<id>.");
          assert.deepEqual(world.server.asked, []);
          return;
        }
        lookUps++;
        const [id] = findIds(parts.path);
        assert.equal(question.text, `Look up folder ${id?.id} on Staging, staging.example.com?`);
        assert.match(`${parts.path}?${parts.query}#${parts.fragment}`, /^\/folder\/[\da-f-]+\?#$/i);
        const isAllowed = (path: string): boolean =>
          [id?.id, ...Object.values(IDS)].some((one) => path.endsWith(`/${one}`));
        assert.ok(world.server.asked.every(isAllowed), world.server.asked.join());
      }),
    );
    assert.ok(lookUps > 10, `only ${lookUps} links are ours`);
  });

  it("shows the mark of the server before it is asked", async () => {
    const { connections } = world;
    await connections.rename(connections.current?.saved.id ?? "", { mark: "Production" });
    const path = `/folder/${IDS.F}`;
    await refusalOf(
      world,
      Uri.from({ scheme: "vscode", authority: EXTENSION, path, query: "", fragment: "" }),
    );
    assert.match(desk.seen[0]?.text ?? "", /on \[Production\] Staging, staging\.example\.com\?$/);
  });
});

/** @returns the error with which a link is refused, if it is */
async function refusalOf(world: World, link: Uri): Promise<unknown> {
  try {
    await openLink(world, link);
    return undefined;
  } catch (error) {
    return error;
  }
}
