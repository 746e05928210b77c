import { isObject, member } from "../../base/readJson";
import type { IdCodec } from "../data/idCodec";
import type { SandboxSession, Sessions } from "../sessions";
import { invalidStructure } from "./apiError";
import { type Json, Time } from "./json";
import type { ApiRequest, Routes } from "./routes";

/** "Forensic", not "Forensics" (oz-api.md 1). */
export const TOKEN_HEADER = "X-Forensic-Access-Token";

/** Adds the routes for sign-in and refresh (oz-api.md 2.1, 2.3). Like those of the framework, they need no Content-Type. */
export function addAuthorizeRoutes(routes: Routes, sessions: Sessions, ids: IdCodec): void {
  const userId = ids.of("user", { live: false, index: 0 });

  routes.add("POST", "/api/authorize/auth", async (request) => {
    const credentials = required(await readBody(request), "credentials");
    const session = sessions.signIn(required(credentials, "email"), required(credentials, "password"));
    return sessionJson(session, userId);
  });

  routes.add("POST", "/api/authorize/refresh", async (request) => {
    const expireToken = required(await readBody(request), "expire_token");
    return sessionJson(sessions.refresh(request.header(TOKEN_HEADER), expireToken), userId);
  });
}

/** The access token is fourth and no value before it contains a space, because the vendor's install script relies on that. */
function sessionJson({ id, accessToken, expireToken, expires }: SandboxSession, userId: string): Json {
  return {
    session_id: id,
    user_id: userId,
    user_type: "CLIENT",
    access_token: accessToken,
    expire_token: expireToken,
    expire_date: new Time(expires),
  };
}

async function readBody(request: ApiRequest): Promise<unknown> {
  let body: unknown;
  try {
    body = JSON.parse(await request.text());
  } catch {
    throw invalidStructure("Could not parse body as JSON object");
  }
  if (isObject(body) || Array.isArray(body)) return body;
  throw invalidStructure("JSON body of request should be represented in a form of dictionary/array");
}

function required(body: unknown, name: string): unknown {
  const value = member(body, name);
  if (value !== undefined) return value;
  const message = `Could not locate field for key_path ${name} from provided dict data`;
  throw invalidStructure(message, { key_path: name });
}
