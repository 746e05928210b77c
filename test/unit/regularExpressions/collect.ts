import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A regular expression in the source. */
export interface Found {
  /** The file, a space, and the expression as written. */
  readonly name: string;
  /** Undefined if it is built at run time. */
  readonly literal: RegExp | undefined;
}

/** @returns every regular expression in the TypeScript files below a folder, each once */
export function collect(folder: string): readonly Found[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts"));
  const found = files.sort().flatMap((file) => inFile(file));
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

function inFile(file: string): Found[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node))
      found.push({ name: `${file} ${node.text}`, literal: parse(node.text) });
    if (ts.isIdentifier(node) && node.text === "RegExp" && !ts.isTypeReferenceNode(node.parent))
      found.push({ name: `${file} RegExp`, literal: undefined });
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function parse(literal: string): RegExp {
  const end = literal.lastIndexOf("/");
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}
