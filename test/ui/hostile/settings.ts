import { readFileSync } from "node:fs";

type Settings = Readonly<Record<string, unknown>>;

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly default?: unknown;
}

/** A metadata key of the sandbox's folders: labels would show it if a workspace could set `labelKeys`. */
export const HOSTILE_LABEL_KEY = "transaction_id";

/** Settings that an attacker may guess, beyond those that the manifest declares. */
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

/** Every setting of the extension, declared or guessed, with a value that leads to the thief. */
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
    // Skips guesses that the manifest declares, or that are the prefix of a declared setting.
    .filter(([guess]) => !declared.some(([key]) => `${key}.`.startsWith(`${guess}.`)));
  const flat = Object.fromEntries([...declared, ...guessed]);
  return {
    // VS Code checks a setting's scope by its key as written, which nested keys have bypassed. The nested object comes
    // first, because later keys are merged into it, whereas it would replace earlier ones.
    ozInspector: nested(flat),
    ...flat,
    "ozInspector.strictSSL": false,
    "ozInspector.insecure": true,
  };
}

/** Proxy settings of VS Code, which it accepts from no workspace. */
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
