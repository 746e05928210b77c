// Lets unit tests load what imports "vscode", which exists only inside VS Code: they get the stand-in.
const Module = require("node:module");

const standIn = require.resolve("./vscode.ts");
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => (request === "vscode" ? standIn : resolve(request, ...rest));
