// Runs requests from test/ui/workbench/extensionHost.ts in the extension host. Request and reply are a line of JSON each.
const { connect } = require("node:net");
const { createInterface } = require("node:readline");
const vscode = require("vscode");
const { memory } = require("./memory.cjs");

let states = [];
let schemas = {};
let wanted = [];

const jobs = {
  remember: async ({ text }) => {
    for (const state of states) await state.update("text", text);
  },
  command: ({ id, args }) => vscode.commands.executeCommand(id, ...args),
  session: async ({ provider }) => {
    const { accessToken } = await vscode.authentication.getSession(provider, [], { createIfNone: true });
    return accessToken;
  },
  tool: async ({ name, input }) => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map(({ value }) => value).join("");
  },
  setting: ({ key, value }) =>
    vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global),
  readSetting: ({ key }) => vscode.workspace.getConfiguration().inspect(key),
  schemas: ({ texts }) => {
    schemas = texts;
    wanted = [];
  },
  wantedSchemas: () => wanted,
  // VS Code prevents process.exit.
  crash: () => process.kill(process.pid, "SIGKILL"),
  documents: () =>
    vscode.workspace.textDocuments.map((document) => ({
      uri: document.uri.toString(true),
      text: document.getText(),
    })),
};

async function answer(line) {
  const { job, ...request } = JSON.parse(line);
  try {
    return { value: await jobs[job](request) };
  } catch (error) {
    return { error: String(error) };
  }
}

module.exports.activate = ({ globalState, subscriptions, workspaceState }) => {
  states = [globalState, workspaceState];
  const socket = connect(Number(process.env.TEST_HELPER_PORT), "127.0.0.1");
  createInterface(socket).on("line", async (line) => socket.write(`${JSON.stringify(await answer(line))}\n`));
  subscriptions.push(
    { dispose: () => socket.destroy() },
    vscode.workspace.registerTextDocumentContentProvider("test-schema", {
      provideTextDocumentContent({ path }) {
        wanted.push(path);
        return schemas[path] ?? "{}";
      },
    }),
    vscode.workspace.registerFileSystemProvider("memory", memory, { isReadonly: true }),
  );
};
