import type { HonoRequest } from "hono";
import type { Hono } from "hono/tiny";
import { ApiError } from "./errors";
import { type Json, writeJson } from "./json";

type Method = "GET" | "POST";

/** A request whose path is known only at run time. */
export type ApiRequest = HonoRequest<string>;

/** Adds one route. Any other method on its path is refused as the framework refuses it (oz-api.md 3, code 1). */
export function route(
  app: Hono,
  method: Method,
  path: string,
  answer: (request: ApiRequest) => Json | Promise<Json>,
): void {
  app.on(method, path, async (context) => reply(await answer(context.req)));
  app.all(path, (context) => {
    const { method: used, url } = context.req;
    const at = new URL(url).pathname;
    throw new ApiError(1, `HTTP method ${used} is not allowed for path=${at}. Allowed methods (${method})`);
  });
}

/** @returns a reply with JSON as the framework writes it */
export function reply(body: Json, status = 200): Response {
  return new Response(writeJson(body), { status, headers: { "Content-Type": "application/json" } });
}
