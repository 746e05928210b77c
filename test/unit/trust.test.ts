import assert from "node:assert/strict";
import { readManifest } from "../l10n/manifest";

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

const manifest = readManifest() as Manifest;

/** Whether a setting affects where a request goes or how it gets there. */
function steersRequests(name: string, { description = "", markdownDescription = "" }: Setting): boolean {
  return /address|url|server|host|endpoint|proxy|certificate|tls|ssl/i.test(
    [name, description, markdownDescription].join(" "),
  );
}

describe("trust in the manifest", () => {
  it("supports Restricted Mode and virtual workspaces, and says why in a sentence", () => {
    for (const kind of ["untrustedWorkspaces", "virtualWorkspaces"]) {
      const support = manifest.capabilities[kind];
      assert.equal(support?.supported, true, kind);
      assert.match(support.description, /^[A-Z].*\bworkspace\b.*\.$/);
    }
  });

  it("prefers to run on the user's own machine", () => {
    assert.deepEqual(manifest.extensionKind, ["ui", "workspace"]);
  });

  it("gives settings that steer requests application scope and does not sync them", () => {
    assert.ok(steersRequests("ozInspector.webConsoleUrl", {}));
    assert.ok(steersRequests("ozInspector.known", { markdownDescription: "Servers to choose from." }));
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      if (!steersRequests(name, setting)) continue;
      assert.equal(setting.scope, "application", name);
      assert.equal(setting.ignoreSync, true, name);
    }
  });
});
