import { readFileSync } from "node:fs";

/** Path of the page. */
const EXAMPLES_PAGE = "docs/examples.md";

/** An example of the page: a folder, and what is said about it. */
export interface Example {
  readonly title: string;
  /** The fragment of its heading on GitHub and in VS Code. */
  readonly anchor: string;
  readonly json: object;
  readonly said: string;
  /** The codes of its findings. */
  readonly codes: readonly string[];
}

/** @returns the examples in the order of the page; throws if one has no JSON or no text */
export function readExamples(): readonly Example[] {
  const [, ...sections] = readFileSync(EXAMPLES_PAGE, "utf8").split(/^### /m);
  return sections.map((section) => {
    const [title = ""] = section.split("\n");
    const said = block(section, "text").trimEnd();
    return {
      title,
      anchor: title
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .replaceAll(" ", "-"),
      json: JSON.parse(block(section, "json")) as object,
      said,
      codes: [...said.matchAll(/^finding +\w+ (\w+):/gm)].map(([, code = ""]) => code),
    };
  });
}

function block(section: string, language: string): string {
  const found = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "ms").exec(section)?.[1];
  if (found === undefined) throw new Error(`No ${language} block in: ${section.slice(0, 80)}`);
  return found;
}
