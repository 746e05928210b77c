// VS Code writes its logs with a native module, which the server build from the registry lacks. Loaded before VS Code,
// this file replaces that module; see @vscode/spdlog for its interface.
const { appendFileSync } = require("node:fs");
const Module = require("node:module");

const LEVELS = ["trace", "debug", "info", "warn", "error", "critical"];

class Logger {
  level = 0;
  whole = true;

  constructor(_kind, _name, file) {
    this.file = file;
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  setPattern() {
    this.whole = true;
  }

  /** From now on, texts already include time and line end. */
  clearFormatters() {
    this.whole = false;
  }

  flush() {}

  drop() {}
}

for (const [level, name] of LEVELS.entries()) {
  Logger.prototype[name] = function (text) {
    if (level < this.level) return;
    appendFileSync(this.file, this.whole ? `${new Date().toISOString()} [${name}] ${text}\n` : text);
  };
}

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  if (request !== "bindings" || !parent?.filename.includes("spdlog"))
    return load.call(this, request, parent, ...rest);
  return () => ({ Logger, version: 0, setLevel() {}, setFlushOn() {} });
};
