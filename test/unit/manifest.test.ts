import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { COMMAND_IDS } from "../../src/commands/commandIds";
import { FINDING_CODES } from "../../src/status/finding";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string; icon: string }[];
    readonly menus: Readonly<
      Record<string, readonly { command?: string; submenu?: string; when?: string }[]>
    >;
    readonly submenus: readonly { id: string }[];
    readonly views: Readonly<Record<string, readonly { id: string; when?: string }[]>>;
    readonly viewsWelcome: readonly { view: string; contents: string; when: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { scope?: string; items?: { enum?: string[]; enumDescriptions?: string[] } }>
      >;
    };
  };
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => path.join("src", file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));
const all = sources.map(({ text }) => text).join("\n");
const viewsOf = Object.values(contributes.views).flat();
const views = viewsOf.map(({ id }) => id);
const clauses = [...Object.values(contributes.menus).flat(), ...contributes.viewsWelcome, ...viewsOf].flatMap(
  ({ when }) => when ?? [],
);

describe("the manifest and the code agree", () => {
  it("on the commands, each with a category and an icon", () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...COMMAND_IDS].sort());
    for (const command of contributes.commands) {
      assert.equal(command.category, "Oz Inspector");
      assert.match(command.icon, /^\$\([a-z-]+\)$/);
    }
  });

  it("on the commands that menus, welcome views and the code call", () => {
    const called = [
      ...Object.values(contributes.menus)
        .flat()
        .flatMap(({ command }) => command ?? []),
      ...contributes.viewsWelcome.flatMap(({ contents }) =>
        [...contents.matchAll(/command:([\w.]+)/g)].map((match) => match[1]),
      ),
      ...[...all.matchAll(/(?:command: |executeCommand\()"(ozInspector\.\w+)"/g)].map((match) => match[1]),
    ];
    assert.ok(called.length > 20);
    for (const command of called)
      assert.ok(
        COMMAND_IDS.some((id) => id === command),
        command,
      );
  });

  it("on the submenus, each of which is shown and has something in it", () => {
    for (const { id } of contributes.submenus) {
      assert.ok(contributes.menus[id]?.length, id);
      assert.ok(
        Object.values(contributes.menus)
          .flat()
          .some(({ submenu }) => submenu === id),
        id,
      );
    }
  });

  it("on the context keys of the when clauses", () => {
    const declared = readFileSync("src/views/contextKeys.ts", "utf8");
    const keys = new Set(
      clauses.flatMap((when) => [...when.matchAll(/\bozInspector\.\w+/g)].map(([key]) => key)),
    );
    for (const view of views) keys.delete(view);
    assert.deepEqual(
      [...keys].sort(),
      [...declared.matchAll(/"(ozInspector\.\w+)":/g)].map((match) => match[1]).sort(),
    );
  });

  it("on the words by which menus tell rows apart", () => {
    const words = clauses.flatMap(
      (when) =>
        /viewItem (?:==|=~) (.*)$/
          .exec(when)?.[1]
          ?.replaceAll("\\b", " ")
          .match(/[a-z]+/gi) ?? [],
    );
    const given = [...all.matchAll(/contextValue = (.*);/g)].flatMap(
      (match) => match[1]?.match(/[a-z]{3,}/gi) ?? [],
    );
    for (const word of words) assert.ok(given.includes(word), word);
  });

  it("on the view and the settings", () => {
    assert.deepEqual(views, ["ozInspector.watched", "ozInspector.folders"]);
    for (const view of views) assert.match(all, new RegExp(`_VIEW_ID = "${view}"`));
    assert.deepEqual(
      [...read("User"), ...read("Team")].sort(),
      Object.keys(contributes.configuration.properties).sort(),
    );
  });

  it("that a workspace has a say in nothing but what is shown", () => {
    for (const name of read("User"))
      assert.equal(contributes.configuration.properties[name]?.scope, "application");
    assert.deepEqual(read("Team"), ["ozInspector.findings.hidden", "ozInspector.findings.processingLimit"]);
  });

  it("on the codes of findings that can be hidden", () => {
    const { items } = contributes.configuration.properties["ozInspector.findings.hidden"] ?? {};
    assert.deepEqual(items?.enum, Object.keys(FINDING_CODES));
    assert.deepEqual(
      items.enumDescriptions,
      Object.values(FINDING_CODES).map(({ description }) => description),
    );
  });
});

/** The settings that the code reads as the user's own, or as a team's. */
function read(whose: "User" | "Team"): string[] {
  return [...all.matchAll(new RegExp(`read${whose}Setting\\("([\\w.]+)"\\)`, "g"))].map(
    (match) => `ozInspector.${match[1]}`,
  );
}

describe("the sources", () => {
  it("are small files", () => {
    const sizes = sources.map(({ file }) => statSync(file).size).sort((a, b) => a - b);
    assert.ok((sizes[Math.floor(sizes.length / 2)] ?? 0) <= 3 * 1024, "the median is near 2 KB");
    for (const { file } of sources) assert.ok(statSync(file).size <= 12 * 1024, `${file} is above 12 KB`);
  });

  it("wire in extension.ts and do nothing else there", () => {
    assert.ok(readFileSync("src/extension.ts", "utf8").split("\n").length <= 100);
  });
});
