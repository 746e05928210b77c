import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import {
  AUTHENTICATION_PROVIDER,
  COMMANDS,
  CONTEXT_KEYS,
  EXTENSION,
  ROW_WORDS,
  SCHEMES,
  TEAM_SETTINGS,
  USER_SETTINGS,
  VIEWS,
  type RowWord,
} from "../../src/ids";
import { FINDING_CODES } from "../../src/status/finding";

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly contributes: {
    readonly authentication: readonly { id: string }[];
    readonly commands: readonly { command: string; category: string; icon: string; enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
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

const {
  publisher,
  name: extensionName,
  contributes,
} = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const menuItems = Object.values(contributes.menus).flat();
const views = Object.values(contributes.views).flat();
const clauses = [
  ...[...menuItems, ...contributes.viewsWelcome, ...views].flatMap(({ when }) => when ?? []),
  ...contributes.commands.flatMap(({ enablement }) => enablement ?? []),
];
const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** What `when` clauses compare a key with: the pattern of `viewItem =~ /…/`, the view of `view == x`. */
function comparedWith(key: string): string[] {
  const pattern = new RegExp(`\\b${key} (?:==|=~) (/(?:[^/\\\\]|\\\\.)*/|\\S+)`, "g");
  return clauses.flatMap((when) => [...when.matchAll(pattern)].map(([, value = ""]) => value));
}

const ROWS_WITHOUT_MENU: readonly RowWord[] = ["failure", "loadMore", "media"];

describe("the manifest", () => {
  it("declares the ID of the extension", () => {
    assert.equal(EXTENSION, `${publisher}.${extensionName}`);
  });

  it("declares the commands of the code, each with a category and an icon", () => {
    assert.deepEqual(
      sorted(contributes.commands.map(({ command }) => command)),
      sorted(Object.values(COMMANDS)),
    );
    for (const command of contributes.commands) {
      assert.equal(command.category, "Oz Inspector");
      assert.match(command.icon, /^\$\([a-z-]+\)$/);
    }
  });

  it("runs only declared commands from menus and welcome views", () => {
    const called = [
      ...menuItems.flatMap(({ command }) => command ?? []),
      ...contributes.viewsWelcome.flatMap(({ contents }) =>
        [...contents.matchAll(/command:([\w.]+)/g)].map(([, id = ""]) => id),
      ),
    ];
    assert.ok(called.length > 20);
    for (const command of called) assert.ok((Object.values(COMMANDS) as string[]).includes(command), command);
  });

  it("shows every submenu, and none is empty", () => {
    for (const { id } of contributes.submenus) {
      assert.ok(contributes.menus[id]?.length, id);
      assert.ok(
        menuItems.some(({ submenu }) => submenu === id),
        id,
      );
    }
  });

  it("declares the views of the code, and names no others", () => {
    assert.deepEqual(sorted(views.map(({ id }) => id)), sorted(Object.values(VIEWS)));
    for (const { view } of contributes.viewsWelcome)
      assert.ok((Object.values(VIEWS) as string[]).includes(view), view);
    for (const compared of comparedWith("view")) {
      const pattern = compared.startsWith("/") ? new RegExp(compared.slice(1, -1)) : undefined;
      const named = Object.values(VIEWS).filter((id) => pattern?.test(id) ?? id === compared);
      assert.ok(named.length > 0, compared);
    }
  });

  it("uses the context keys of the code, all of them and no others", () => {
    const used = clauses.flatMap((when) => [...when.matchAll(/\bozInspector\.\w+/g)].map(([key]) => key));
    const keys = used.filter((key) => !(Object.values(VIEWS) as string[]).includes(key));
    assert.deepEqual(sorted(keys), sorted(Object.values(CONTEXT_KEYS)));
  });

  it("has menu entries for every kind of row, except those without a menu", () => {
    const words = comparedWith("viewItem").flatMap(
      (compared) => compared.replaceAll("\\b", " ").match(/[a-z]+/gi) ?? [],
    );
    const withMenu = ROW_WORDS.filter((word) => !ROWS_WITHOUT_MENU.includes(word));
    assert.deepEqual(sorted(words), sorted(withMenu));
  });

  it("uses the URI schemes and the authentication provider of the code", () => {
    for (const scheme of comparedWith("resourceScheme"))
      assert.ok((Object.values(SCHEMES) as string[]).includes(scheme), scheme);
    assert.deepEqual(
      contributes.authentication.map(({ id }) => id),
      [AUTHENTICATION_PROVIDER],
    );
  });

  it("declares the settings of the code, and lets a workspace set only what affects the display", () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(
      sorted(Object.keys(properties)),
      sorted([...USER_SETTINGS, ...TEAM_SETTINGS].map((name) => `ozInspector.${name}`)),
    );
    for (const name of USER_SETTINGS)
      assert.equal(properties[`ozInspector.${name}`]?.scope, "application", name);
    assert.deepEqual(TEAM_SETTINGS, ["findings.hidden", "findings.processingLimit"]);
  });

  it("lists the codes of findings that can be hidden", () => {
    const { items } = contributes.configuration.properties["ozInspector.findings.hidden"] ?? {};
    assert.deepEqual(items?.enum, Object.keys(FINDING_CODES));
    assert.deepEqual(
      items.enumDescriptions,
      Object.values(FINDING_CODES).map(({ description }) => description),
    );
  });
});

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file: path.join("src", file) }));

describe("src", () => {
  it("has small files", () => {
    const sizes = sources.map(({ file }) => statSync(file).size).sort((a, b) => a - b);
    assert.ok((sizes[Math.floor(sizes.length / 2)] ?? 0) <= 3 * 1024, "the median is near 2 KB");
    for (const { file } of sources) assert.ok(statSync(file).size <= 12 * 1024, `${file} is above 12 KB`);
  });

  it("keeps extension.ts under 100 lines", () => {
    assert.ok(readFileSync("src/extension.ts", "utf8").split("\n").length <= 100);
  });
});
