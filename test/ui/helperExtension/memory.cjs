// An in-memory file system with one folder, `memory:/notes`, in which a workspace is virtual to VS Code.
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
  // Required even of a read-only file system.
  createDirectory: refuse,
  delete: refuse,
  rename: refuse,
  writeFile: refuse,
};
