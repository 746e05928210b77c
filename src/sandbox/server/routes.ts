import type { Params } from "../list/params";
import { ApiError } from "./apiError";
import { type Json, writeJson } from "./json";

type Method = "GET" | "POST";

/** A request to a known path. */
export interface ApiRequest {
  /** A named part of the path, for example "id" in `/api/folders/:id`. */
  param(name: string): string | undefined;
  /** The query parameters. */
  query(): Params;
  header(name: string): string | undefined;
  text(): Promise<string>;
}

type Handler = (request: ApiRequest) => Json | Promise<Json>;

interface Route {
  readonly method: Method;
  readonly names: readonly string[];
  readonly handler: Handler;
}

/** The routes of the server. Every path works with and without a trailing slash. */
export class Routes {
  private readonly routes: Route[] = [];

  /** @param path parts that begin with a colon match any text: `/api/folders/:id` */
  add(method: Method, path: string, handler: Handler): void {
    this.routes.push({ method, names: path.split("/"), handler });
  }

  /**
   * @returns the JSON of the reply; undefined for an unknown path
   * @throws ApiError 1 for a method that the path does not allow (oz-api.md 3), and whatever the route throws
   */
  async handle(request: Request): Promise<Json | undefined> {
    const { pathname, searchParams } = new URL(request.url);
    const parts = pathname.replace(/\/$/, "").split("/");
    const route = this.routes.find(({ names }) => matches(names, parts));
    if (!route) return undefined;
    const { method, names, handler } = route;
    if (request.method !== method) {
      const problem = `HTTP method ${request.method} is not allowed for path=${pathname}.`;
      throw new ApiError(1, `${problem} Allowed methods (${method})`);
    }
    return handler({
      param: (name) => parts[names.indexOf(`:${name}`)],
      query: () => Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)])),
      header: (name) => request.headers.get(name) ?? undefined,
      text: () => request.text(),
    });
  }
}

export function jsonResponse(body: Json, status = 200): Response {
  return new Response(writeJson(body), { status, headers: { "Content-Type": "application/json" } });
}

function matches(names: readonly string[], parts: readonly string[]): boolean {
  return (
    names.length === parts.length && names.every((name, at) => name.startsWith(":") || name === parts[at])
  );
}
