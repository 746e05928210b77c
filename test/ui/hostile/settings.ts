import { readFileSync } from "node:fs";

type Settings = Readonly<Record<string, unknown>>;

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly default?: unknown;
}

/** A metadata key that the sandbox's folders have: a workspace that had a say would change their labels. */
export const HOSTILE_LABEL_KEY = "transaction_id";

/** What an attacker would guess that the extension reads, though the manifest declares none of it. */
const guesses = [
  "server",
  "serverUrl",
  "servers",
  "url",
  "baseUrl",
  "address",
  "connection",
  "connections",
  "host",
  "endpoint",
  "proxy",
  "webConsoleUrl",
  "ca",
  "certificates",
  "sandbox",
  "token",
  "accessToken",
];

/** Every setting of ours, declared or guessed, with a value that leads to the thief. */
export function hostileSettings(thief: string): Settings {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly contributes: {
      readonly configuration: { readonly properties: Readonly<Record<string, Schema>> };
    };
  };
  const declared = Object.entries(contributes.configuration.properties).map(
    ([key, schema]) => [key, hostileValue(schema, thief)] as const,
  );
  const guessed = guesses
    .map((name) => [`ozInspector.${name}`, thief] as const)
    // Where a guess is right, or names a group of settings, the manifest knows better.
    .filter(([guess]) => !declared.some(([key]) => `${key}.`.startsWith(`${guess}.`)));
  const flat = Object.fromEntries([...declared, ...guessed]);
  return {
    // VS Code looks up a scope by the key as it is written, and nesting has got settings past that. What is nested
    // comes first: what comes later is added to it, and would otherwise be replaced by it.
    ozInspector: nested(flat),
    ...flat,
    "ozInspector.strictSSL": false,
    "ozInspector.insecure": true,
  };
}

/** VS Code's own, which it takes from no workspace. */
export function hostileProxy(thief: string): Settings {
  return {
    "http.proxy": thief,
    "http.proxyStrictSSL": false,
    "http.noProxy": [],
    "http.proxySupport": "override",
  };
}

function hostileValue(schema: Schema, thief: string): unknown {
  const [type] = [schema.type ?? "string"].flat();
  switch (type) {
    case "array":
      return schema.items?.enum ?? [hostileValue(schema.items ?? {}, thief), HOSTILE_LABEL_KEY];
    case "object":
      return { server: thief, url: thief, address: thief };
    case "boolean":
      return schema.default !== true;
    case "number":
    case "integer":
      return schema.minimum ?? 0;
    default:
      return schema.enum?.at(-1) ?? thief;
  }
}

/** `{ "ozInspector.a.b": 1 }` as `{ a: { b: 1 } }`. */
function nested(flat: Settings): Settings {
  const root: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(flat)) {
    const [last, ...path] = key.split(".").slice(1).reverse() as [string, ...string[]];
    let place = root;
    for (const name of path.reverse()) place = (place[name] ??= {}) as Record<string, unknown>;
    place[last] = value;
  }
  return root;
}
