// The rules of the code; .dependency-cruiser.mjs has those about imports between rooms.
import eslint from "@eslint/js";
import perfectionist from "eslint-plugin-perfectionist";
import tseslint from "typescript-eslint";

const workspaceFiles = ["fs", "findFiles", "workspaceFolders", "workspaceFile"].map((property) => ({
  property,
  message: "No workspace file is read: the manifest promises it under capabilities.",
}));

const waitMessage = "Wait for what should be there, by test/ui/workbench/eventually.ts.";

export default tseslint.config(
  { ignores: ["dist/", "out/", "node_modules/", ".vscode-test/"] },
  eslint.configs.recommended,
  {
    plugins: { perfectionist },
    rules: {
      "perfectionist/sort-imports": [
        "error",
        { groups: ["builtin", "external", "parent", "sibling"], newlinesBetween: 0 },
      ],
    },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-globals": [
        "error",
        {
          name: "fetch",
          message: "Send requests through the transport of src/oz, which follows VS Code's proxy settings.",
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='registerCommand']",
          message: "Register commands through src/commands/registerCommands.ts.",
        },
        {
          selector: "CallExpression[callee.property.name='executeCommand'][arguments.0.value='setContext']",
          message: "Set context keys through src/views/views.ts.",
        },
        {
          selector:
            "Property[key.name='command'][value.type='Literal'], CallExpression[callee.property.name='executeCommand'] > Literal[value=/^ozInspector/]",
          message: "Use the ID in src/ids.ts, where each is written once.",
        },
        {
          selector: "MemberExpression[property.name='writeText']",
          message: "Copy through src/commands/copy/copyText.ts.",
        },
        {
          selector:
            "MemberExpression[property.name='NODE_TLS_REJECT_UNAUTHORIZED'], Property[key.name='rejectUnauthorized']",
          message: "TLS verification is never weakened.",
        },
        {
          selector:
            "MemberExpression[property.name='isTrusted'], MemberExpression[property.name='supportHtml']",
          message: "Server text is shown as plain, escaped Markdown.",
        },
        {
          selector: "MemberExpression[property.name='appendText']",
          message: "VS Code turns addresses in it into links: use src/views/text/markdown.ts.",
        },
        {
          selector: "MemberExpression[property.name=/^toLocale(Date|Time)?String$/]",
          message: "Write numbers and dates by src/base/language.ts, in the language of the texts.",
        },
        {
          selector: "CallExpression[callee.object.name='l10n']:not(:function *)",
          message: "Translate when the text is shown: no language is set while modules load.",
        },
        {
          selector:
            "CallExpression[callee.object.name='l10n'] > :not(Literal, ObjectExpression):nth-child(1)",
          message: "Write the text as a literal, so that @vscode/l10n-dev finds it.",
        },
        {
          selector: "ImportExpression[source.type!='Literal']",
          message: "Write the module name as a literal, so that .dependency-cruiser.mjs sees it.",
        },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...workspaceFiles,
        {
          property: "getConfiguration",
          message: "Read settings in src/settings.ts, which decides whose value counts.",
        },
      ],
    },
  },
  { files: ["src/settings.ts"], rules: { "no-restricted-properties": ["error", ...workspaceFiles] } },
  {
    files: [
      "src/base/**/*.ts",
      "src/status/**/*.ts",
      "src/oz/**/*.ts",
      "src/folders/**/*.ts",
      "src/sandbox/**/*.ts",
    ],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Take a clock as an argument." },
        { object: "performance", property: "now", message: "Take a clock as an argument." },
        { object: "Math", property: "random", message: "Take random numbers as an argument." },
      ],
    },
  },
  {
    // Here the real clock and random numbers come in.
    files: ["src/sandbox/start.ts", "src/sandbox/main.ts"],
    rules: { "no-restricted-properties": "off", "no-console": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: { console: "readonly", process: "readonly", module: "writable", require: "readonly" },
    },
  },
  {
    files: ["test/ui/**/*.ts", "test/host/**/*.ts"],
    ignores: ["test/ui/workbench/eventually.ts"],
    rules: {
      "no-restricted-imports": ["error", { name: "node:timers/promises", message: waitMessage }],
      "no-restricted-globals": ["error", { name: "setTimeout", message: waitMessage }],
      "no-restricted-properties": ["error", { property: "waitForTimeout", message: waitMessage }],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name=/^(it|describe|test)$/][property.name=/^(skip|only)$/]",
          message: "Every test runs.",
        },
        {
          selector:
            "MemberExpression[property.name=/^(configureGlobal|resetConfigureGlobal)$/], CallExpression[callee.object.name='fc'][callee.property.name=/^(assert|check|sample)$/] > ObjectExpression > Property[key.name='seed']",
          message: "test/unit/seed.ts sets the seed of every property.",
        },
        {
          selector: String.raw`Literal[regex.pattern=/\\d\\d:\\d\\d/]`,
          message: "Use CLOCK_TIME: a time has its day if the run passes midnight.",
        },
      ],
    },
  },
);
