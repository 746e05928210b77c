import ts from "typescript";

/** A text in the code that a user may see, and that is not translated. */
export interface VisibleText {
  readonly line: number;
  /** As written, with `${}` where a template has a value. */
  readonly text: string;
}

/** Errors that only programmers see. */
const PROGRAMMERS_ERRORS: ReadonlySet<string> = new Set(["Error", "RangeError", "SyntaxError", "TypeError"]);

/**
 * @param source the code of a file
 * @returns the texts in it that read like words on screen and are not an argument of `l10n.t`, in their order. Left out
 * are types, names of modules and members, log lines, and errors for programmers
 */
export function visibleTexts(source: string): readonly VisibleText[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const found: VisibleText[] = [];
  const visit = (node: ts.Node): void => {
    if (isInvisible(node)) return;
    const text = textOf(node);
    if (text !== undefined && readsLikeWords(text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ line: line + 1, text });
    }
    ts.forEachChild(node, (child) => {
      if (!isTranslated(child)) visit(child);
    });
  };
  visit(file);
  return found;
}

/** @returns whether a node is the text of `l10n.t`, or a comment for translators; what is filled in is neither */
function isTranslated(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node)) return node.name.getText() !== "args" && isFirstArgument(node.parent);
  return !ts.isObjectLiteralExpression(node) && isFirstArgument(node);
}

function isFirstArgument(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && call.expression.getText() === "l10n.t" && call.arguments[0] === node;
}

/** @returns the text of a literal or template */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("${}");
}

/** @returns whether a text has small letters, and two words, a word beside a value, or one word with a capital as sentences and labels have it */
function readsLikeWords(text: string): boolean {
  if (!/\p{Ll}/u.test(text)) return false;
  const words = text.replaceAll("${}", " 0 ");
  return (
    /\p{L}{2,}[,.;:]? +\p{L}|\p{L}{2,} +0 | 0 +\p{L}{2,}/u.test(words) ||
    /^\p{Lu}\p{Ll}+\b(?!-)/u.test(text.trim())
  );
}

function isInvisible(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isCallExpression(node)) return isLogLine(node);
  return ts.isNewExpression(node) && PROGRAMMERS_ERRORS.has(node.expression.getText());
}

function isLogLine({ expression }: ts.CallExpression): boolean {
  return /(^|\.)log\??\.(trace|debug|info|warn|error)$/.test(expression.getText());
}
