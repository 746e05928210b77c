// A file system that is on no disk, with the one folder `memory:/notes`. VS Code calls a workspace in it virtual.
const { Buffer } = require("node:buffer");
const { EventEmitter, FileSystemError, FileType } = require("vscode");

const FILE = "/notes/verification.log";
const content = Buffer.from("Nothing in here is of interest to the extension.\n");

function refuse() {
  throw FileSystemError.NoPermissions();
}

exports.memory = {
  onDidChangeFile: new EventEmitter().event,
  watch: () => ({ dispose: () => undefined }),
  stat(uri) {
    const isFolder = FILE.startsWith(`${uri.path}/`);
    if (!isFolder && uri.path !== FILE) throw FileSystemError.FileNotFound(uri);
    return { type: isFolder ? FileType.Directory : FileType.File, ctime: 0, mtime: 0, size: content.length };
  },
  readDirectory: () => [["verification.log", FileType.File]],
  readFile(uri) {
    if (uri.path !== FILE) throw FileSystemError.FileNotFound(uri);
    return content;
  },
  // VS Code wants these also of what can only be read.
  createDirectory: refuse,
  delete: refuse,
  rename: refuse,
  writeFile: refuse,
};
