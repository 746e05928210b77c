const { commands } = require("vscode");

module.exports.activate = async () => {
  await commands.executeCommand("ozInspector.openSandbox", process.env.OZ_INSPECTOR_SANDBOX);
  await commands.executeCommand("ozInspector.folders.focus");
};
