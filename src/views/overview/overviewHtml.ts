import { randomBytes } from "node:crypto";
import path from "node:path";
import { Uri, type Webview } from "vscode";

/** @returns what a webview of ours may load: the files of the build */
export function pageRoot(): Uri {
  return Uri.file(__dirname);
}

/**
 * @returns the page of the overview without its content, which comes as messages. It loads its own script and style and
 * nothing else, and sends nothing
 */
export function overviewHtml(webview: Webview, language: string): string {
  const nonce = randomBytes(18).toString("base64");
  const file = (name: string): string =>
    webview.asWebviewUri(Uri.file(path.join(__dirname, name))).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${file("overview.css")}">
<title></title>
</head>
<body><script nonce="${nonce}" src="${file("overview.js")}"></script></body>
</html>
`;
}
