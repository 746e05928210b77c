import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import GithubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";
import { builtPackage } from "./buildPackage";

const { repository, bugs } = JSON.parse(readFileSync("package.json", "utf8")) as {
  repository: { url: string };
  bugs: string;
};
const REPOSITORY = repository.url.replace(/\.git$/, "");
/** Where vsce sends relative links and pictures. */
const IN_REPOSITORY = new RegExp(`^${REPOSITORY}/(?:blob|raw)/HEAD/([^?#]+)(?:#(.+))?$`);

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** What the pages that a gallery shows link to, and their pictures. */
function addressesIn(markdown: string): string[] {
  const html = new MarkdownIt({ html: true }).render(markdown);
  return Array.from(html.matchAll(/ (?:href|src)="([^"]*)"/g), ([, address]) => address!);
}

/** The anchors that GitHub gives the headings of a page. */
function anchorsIn(markdown: string): string[] {
  const slugger = new GithubSlugger();
  return new MarkdownIt()
    .parse(markdown, {})
    .flatMap(({ type }, index, tokens) =>
      type === "heading_open"
        ? [slugger.slug(tokens[index + 1]!.children!.map(({ content }) => content).join(""))]
        : [],
    );
}

const committed = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n");

/** @returns whether whoever clicks it on the page is lost; other hosts are not asked */
function isDead(address: string, page: string): boolean {
  if (address.startsWith("#")) return !anchorsIn(page).includes(address.slice(1));
  if (address === bugs) return false;
  const [, path, anchor] = IN_REPOSITORY.exec(address) ?? [];
  if (path === undefined)
    return !/^https:\/\/[a-z.]+\.[a-z]+(?:\/|$)/.test(address) || address.startsWith(REPOSITORY);
  return (
    !committed.includes(path) ||
    (anchor !== undefined && !anchorsIn(readFileSync(path, "utf8")).includes(anchor))
  );
}

describe("the page that a gallery shows", () => {
  let files: Record<string, Uint8Array>;
  before(() => {
    files = unzipSync(builtPackage());
  });

  for (const name of ["readme.md", "changelog.md"]) {
    it(`has no dead link or picture in ${name}`, () => {
      const page = decode(files[`extension/${name}`]);
      assert.ok(page.startsWith("# "));
      assert.deepEqual(
        addressesIn(page).filter((address) => isDead(address, page)),
        [],
      );
    });
  }
});
