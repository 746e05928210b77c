import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { desk } from "../../standIn/desk";
import { ARGUMENTS } from "./arguments";
import { cellOf } from "./cells";
import { IDS } from "./fakeServer";
import { outcomeOf, type Outcome } from "./outcome";
import { openWorld } from "./world";

/**
 * What each command does with each kind of argument.
 *
 * Columns: rows of the trees | IDs | documents | no argument | anything else | signed out | requests that the command
 * itself takes | what it does with "*", the thing in the cell. `ARGUMENTS` explains the arguments, `cells.ts` the cells.
 * F and G are folders, A and B their analyses, M is a file of F; nothing has the ID X. G is not loaded; "watch" is its
 * row among the watched.
 */
const FOR_A_TARGET = `
                       | F  group A  A?   media file file? watch fail more | idF idA {A} idG idB idX    | json why away | front sel none | junk alien uri null | out
refreshFolder          | F  F     F  F    F     F    F     G     ?    ?    | F   F   F   G   G+2 none+2 | F    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 1 | reads @
explainResult          | F  F     F  F    F     F    F     G+1   ?    ?    | F   F   F   G+1 G+3 none+2 | F    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | runs markdown.showPreview folders/*.md
watchFolder            | F  F     F  F    F     F    F     -     ?    ?    | F   F   F   G+1 G+3 none+2 | F    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | watches *
unwatchFolder          | F  F     F  F    F     F    F     G     ?F   ?F   | F   F   F   G   G+3 none+2 | F    F   away | ?F    ?F  ?F   | bad  ?F    ?F  ?F   | in  | 0 | no longer watches *
chooseNotifications    | F  F     F  F    F     F    F     G     ?F   ?F   | F   F   F   G   G+3 none+2 | F    F   away | ?F    ?F  ?F   | bad  ?F    ?F  ?F   | in  | 0 | asks: Choose Notifications, tells of *
copyAsMarkdown         | F  F     F  F    F     F    F     G+1   ?    ?    | F   F   F   G+1 G+3 none+2 | F    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | copies a summary of * without data
copyAsMarkdownWithData | F  F     F  F    F     F    F     G+1   ?    ?    | F   F   F   G+1 G+3 none+2 | F    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | copies a summary of * with data
copyLink               | F  F     F  F    F     F    F     G     ?    ?    | F   F   F   G+1 G+3 none+2 | F    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | copies vscode://oz-inspector.oz-inspector/folder/*
openInWebConsole       | F  F     F  F    F     F    F     G     ?    ?    | F   F   F   G+1 G+3 none+2 | F    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | browses https://console.example.com/*
openJson               | F  F     A  noID F     F    F     G     ?    ?    | F   A   A   G   B+2 none+2 | A    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 1 | opens ^.json
compareJson            | F  F     A  noID F     F    F     G     ?    ?    | F   A   A   G+1 B+3 none+2 | A    F   away | A     ?F  ?    | bad  ?     ?   ?    | in  | 0 | asks: Compare JSON: *
saveJson               | F  F     A  noID F     F    F     G     ?    ?    | F   A   A   G   B+2 none+2 | A    F   away | A-1   ?F  ?    | bad  ?     ?   ?    | in  | 1 | saves ~.json
copyAsCurl             | F  F     A  noID F     F    F     G     ?    ?    | F   A   A   G+1 B+3 none+2 | A    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | copies curl @
copyAsPowerShell       | F  F     A  noID F     F    F     G     ?    ?    | F   A   A   G+1 B+3 none+2 | A    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | copies Invoke-WebRequest @
copyAsHttp             | F  F     A  noID F     F    F     G     ?    ?    | F   A   A   G+1 B+3 none+2 | A    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | copies GET @
copyId                 | F  F     A  noID F     M    noID  G     ?    ?    | F   A   A   G+1 B+3 none+2 | A    F   away | ?     A   ?    | bad  ?     ?   ?    | in  | 0 | copies *
openMedia              | no no    no no   no    M    no    no    no   no   | no  no  no  no  no  no     | no   no  no   | no    no  no   | no   no    no  no   | in  | 0 | asks: Open a file from media.example.com in the browser?, browses https://media.example.com/*.mp4
revealFolder           | F  F     A  F    F     F    F     G+1   ?    ?    | F   A   A   G+1 B+3 none+2 | A    F   away | ?     ?F  ?    | bad  ?     ?   ?    | in  | 0 | shows *
lookUpFolder           | ?  ?     ?  ?    ?     ?    ?     ?     ?    ?    | F   A   A   G   B+2 none+4 | ?    ?   ?    | ?     ?   ?    | bad  ?     ?   ?    | in  | 1 | shows *
`;

/** What the commands without a target do: given a row, nothing or an object | given a text | signed out. */
const FOR_NONE = `
signIn           | asks: Sign In to Staging      | asks: Sign In to Staging      | asks: Sign In to Staging
signOut          | no longer signed in           | no longer signed in           | -
addConnection    | asks: Add Connection          | asks: Add Connection          | asks: Add Connection
switchConnection | asks: Switch Connection       | asks: Switch Connection       | asks: Switch Connection
renameConnection | asks: Rename Connection       | asks: Rename Connection       | asks: Rename Connection
markConnection   | asks: Mark Connection         | asks: Mark Connection         | asks: Mark Connection
removeConnection | asks: Remove Staging?, no longer signed in | asks: Remove Staging?, no longer signed in | asks: Remove Staging?
openSandbox      | noSandbox                     | noAddress                     | noAddress
refresh          | reads /api/folders/           | reads /api/folders/           | in
loadMore         | reads /api/folders/           | reads /api/folders/           | in
collapseAll      | runs ozInspector.folders.focus, runs list.collapseAll | runs ozInspector.folders.focus, runs list.collapseAll | runs ozInspector.folders.focus, runs list.collapseAll
filter           | asks: Filter Folders          | asks: Filter Folders          | in
clearFilter      | -                             | -                             | -
saveList         | asks: Save List               | asks: Save List               | in
showOverview     | asks: Show Overview, opens the panel Overview | asks: Show Overview, opens the panel Overview | in
copyJsonPath     | noCursor                      | noCursor                      | noCursor
showWatched      | noneWatched                   | noneWatched                   | noneWatched
watchNewFolders  | asks: Watch New Folders       | asks: Watch New Folders       | in
watchNextFolder  | asks: Watch Next Folder       | asks: Watch Next Folder       | in
stopWatchingNewFolders | -                       | -                             | -
showLog          | shows the log                 | shows the log                 | shows the log
reportIssue      | opens untitled://Untitled-1, asks: Complete the report. Nothing has been sent. | opens untitled://Untitled-1, asks: Complete the report. Nothing has been sent. | opens untitled://Untitled-1, asks: Complete the report. Nothing has been sent.
`;

const linesOf = (table: string): string[][] =>
  table
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("|").map((part) => part.trim()));

const [heads, ...forATarget] = linesOf(FOR_A_TARGET).map((parts) => ({
  command: parts[0] ?? "",
  cells: parts.slice(1, 7).join(" ").split(/ +/),
  own: Number(parts[7]),
  does: parts[8] ?? "",
}));
const forNone = linesOf(FOR_NONE);
const args = heads?.cells ?? [];

function byHead(cells: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(args.map((argument, index) => [argument, cells[index]]));
}

/**
 * Runs a command in a new window.
 * @param typed the answer to the question for an ID; undefined closes it
 */
async function run(command: string, argument: string, typed?: string): Promise<Outcome> {
  const world = await openWorld();
  if (command === "unwatchFolder" || command === "chooseNotifications")
    for (const id of [IDS.F, IDS.G]) world.folders.watches.start(id);
  const given = await ARGUMENTS[argument]?.(world);
  desk.typed = typed;
  return outcomeOf(world, command, given);
}

describe("all commands", () => {
  it("are hidden in the Command Palette while signed out if they need a session", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
      contributes: { menus: { commandPalette: readonly { command: string; when: string }[] } };
    };
    const guarded = contributes.menus.commandPalette.map(({ command }) => command);
    const needSession = [
      ...forATarget.filter(({ cells }) => cells.at(-1) === "in").map(({ command }) => command),
      ...forNone.filter(([, , , signedOut]) => signedOut === "in").map(([command = ""]) => command),
    ];
    assert.ok(needSession.length > 10);
    assert.deepEqual(
      needSession.filter((command) => !guarded.includes(`ozInspector.${command}`)),
      [],
    );
  });

  it("are in the tables, which have a column for each kind of argument", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
      contributes: { commands: readonly { command: string }[] };
    };
    assert.deepEqual(
      [
        ...forATarget.map(({ command }) => `ozInspector.${command}`),
        ...forNone.map(([command]) => `ozInspector.${command}`),
      ].sort(),
      contributes.commands.map(({ command }) => command).sort(),
    );
    assert.deepEqual(args, Object.keys(ARGUMENTS));
  });
});

describe("a command with a target", () => {
  for (const { command, cells, own, does } of forATarget) {
    it(`${command}: ${does}`, async () => {
      const told = [];
      for (const argument of args) told.push(cellOf(await run(command, argument), does, own));
      assert.deepEqual(byHead(told), byHead(cells));
    });
  }

  for (const { command, cells, own, does } of forATarget.filter(({ cells }) => cells.includes("?F"))) {
    it(`${command} treats a typed ID like an argument`, async () => {
      const { words, requests } = await run(command, "none", IDS.A);
      const [, done = ""] = /^\?\w?, (.*)/.exec(words) ?? [];
      assert.equal(cellOf({ words: done, requests }, does, own), byHead(cells).idA);
    });
  }
});

describe("a command without a target ignores its argument", () => {
  for (const [command = "", any, text, signedOut] of forNone) {
    it(command, async () => {
      for (const argument of ["F", "A", "none", "alien", "null"])
        assert.equal(cellOf(await run(command, argument)), any, argument);
      for (const argument of ["idA", "junk"])
        assert.equal(cellOf(await run(command, argument)), text, argument);
      assert.equal(cellOf(await run(command, "out")), signedOut);
    });
  }
});
