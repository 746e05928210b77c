// Import rules between the rooms of docs/architecture.md. Type imports and `import()` count too.

/** A room may import those before it. */
const order = ["base", "status", "oz", "folders", "connections", "views", "commands", "tools"];

const upTo = (room) => order.slice(0, order.indexOf(room) + 1).map((each) => `${each}/`);

/** Files at the top of src. No room that sends requests may import them: settings must not steer requests. */
const topFile = "(?!(api|extension)\\.ts)[^/]+\\.ts$";

/** Importer and what it may import, as patterns of paths in src. extension.ts may import everything. */
const mayImport = {
  ...Object.fromEntries(order.map((room) => [`${room}/`, upTo(room)])),
  "sandbox/": [...upTo("status"), "sandbox/"],
  "connections/": [...upTo("connections"), "sandbox/"],
  "views/": [...upTo("views"), topFile],
  "commands/": [...upTo("commands"), topFile],
  "tools/": [...upTo("tools"), topFile],
  "api\\.ts$": upTo("folders"),
  [topFile]: [...upTo("connections"), topFile],
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
      comment:
        "Many windows never need the sandbox, so it loads on demand. Its account is small enough not to.",
      severity: "error",
      from: { path: "^src/connections/" },
      to: { path: "^src/sandbox/", pathNot: "^src/sandbox/account\\.ts$", dynamic: false },
    },
    {
      name: "no-circle",
      comment: "Files that import each other, even for a type, can only be understood together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-vscode",
      comment: "This file is tested without VS Code: take what it needs as an argument.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/((views|commands|tools)/|(settings|api|extension)\\.ts$)" },
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
      comment: "Shipped code must not import tests.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
  ],
  options: { tsPreCompilationDeps: true, doNotFollow: { path: "(^|/)node_modules/" } },
};
