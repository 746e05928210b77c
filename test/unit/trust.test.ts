import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Setting {
  readonly scope?: string;
  readonly ignoreSync?: boolean;
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Support {
  readonly supported: unknown;
  readonly description: string;
}

interface Manifest {
  readonly extensionKind: readonly string[];
  readonly capabilities: Readonly<Record<string, Support>>;
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

/** Whether a setting is about where a request goes or how it gets there. */
function leadsSomewhere(name: string, { description = "", markdownDescription = "" }: Setting): boolean {
  return /address|url|server|host|endpoint|proxy|certificate|tls|ssl/i.test(
    [name, description, markdownDescription].join(" "),
  );
}

describe("what the manifest says about trust", () => {
  it("works in Restricted Mode and in virtual workspaces, and says why in a sentence", () => {
    for (const kind of ["untrustedWorkspaces", "virtualWorkspaces"]) {
      const support = manifest.capabilities[kind];
      assert.equal(support?.supported, true, kind);
      assert.match(support.description, /^[A-Z].*\bworkspace\b.*\.$/);
    }
  });

  it("runs at the user's own machine, where it can", () => {
    assert.deepEqual(manifest.extensionKind, ["ui", "workspace"]);
  });

  it("takes what leads requests somewhere from the user alone, machine by machine", () => {
    assert.ok(leadsSomewhere("ozInspector.webConsoleUrl", {}));
    assert.ok(leadsSomewhere("ozInspector.known", { markdownDescription: "Servers to choose from." }));
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      if (!leadsSomewhere(name, setting)) continue;
      assert.equal(setting.scope, "application", name);
      assert.equal(setting.ignoreSync, true, name);
    }
  });
});
