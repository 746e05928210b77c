// The walls between the rooms of docs/architecture.md. Every import counts: of a type, by `import()`, within a type.

/** Imports run one way: a room imports those before it. */
const order = ["base", "status", "oz", "folders", "connections", "views", "commands"];

const upTo = (room) => order.slice(0, order.indexOf(room) + 1).map((each) => `${each}/`);

/** Files beside the rooms. They stand above all that sends: settings have no say in what is sent or where to. */
const beside = "(?!(api|extension)\\.ts)[^/]+\\.ts$";

/** Who may import what, both as patterns of paths in src. extension.ts, which is not here, may import everything. */
const mayImport = {
  ...Object.fromEntries(order.map((room) => [`${room}/`, upTo(room)])),
  "sandbox/": [...upTo("status"), "sandbox/"],
  "connections/": [...upTo("connections"), "sandbox/"],
  "views/": [...upTo("views"), beside],
  "commands/": [...upTo("commands"), beside],
  "api\\.ts$": upTo("folders"),
  [beside]: [...upTo("connections"), beside],
};

const oneWay = Object.entries(mayImport).map(([from, to]) => ({
  name: "one-way",
  comment: "Imports run one way.",
  severity: "error",
  from: { path: `^src/${from}` },
  to: { path: "^src/", pathNot: `^src/(${to.join("|")})` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...oneWay,
    {
      name: "sandbox-by-import()",
      comment: "Many windows never need the sandbox, so it is loaded later. Its account is a few words.",
      severity: "error",
      from: { path: "^src/connections/" },
      to: { path: "^src/sandbox/", pathNot: "^src/sandbox/account\\.ts$", dynamic: false },
    },
    {
      name: "no-circle",
      comment: "Files that import each other, be it for a type, can only be understood together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-vscode",
      comment: "This file is tested without VS Code: take what you need as an argument.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/((views|commands)/|(settings|api|extension)\\.ts$)" },
      to: { path: "(^|(^|/)node_modules/)(@types/)?vscode(/|$)" },
    },
    {
      name: "no-node-fetch",
      comment: "Only src/oz/http/nodeFetch.ts knows node-fetch.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/oz/http/nodeFetch\\.ts$" },
      to: { path: "(^|(^|/)node_modules/)(@types/)?node-fetch(/|$)" },
    },
    {
      name: "no-test",
      comment: "What is shipped knows no test.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
  ],
  options: { tsPreCompilationDeps: true, doNotFollow: { path: "(^|/)node_modules/" } },
};
