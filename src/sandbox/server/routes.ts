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
  /**
   * @returns the JSON of the reply
   * @throws ApiError 1 for a method that the path does not allow (oz-api.md 3), and whatever the route throws
   */
  readonly handle: (request: Request) => Promise<Json>;
}

/** The routes of the server. Every path works with and without a trailing slash. */
export class Routes {
  private readonly routes: { method: Method; names: readonly string[]; handler: Handler }[] = [];

  /** @param path parts that begin with a colon match any text: `/api/folders/:id` */
  add(method: Method, path: string, handler: Handler): void {
    this.routes.push({ method, names: path.split("/"), handler });
  }

  /** @returns the route of a request, whatever its method; undefined for an unknown path */
  find({ url }: Request): Route | undefined {
    const { pathname, searchParams } = new URL(url);
    const parts = decode(pathname).replace(/\/$/, "").split("/");
    const route = this.routes.find(({ names }) => matches(names, parts));
    if (!route) return undefined;
    const { method, names, handler } = route;
    return {
      method,
      handle: async (request) => {
        if (request.method !== method) {
          const problem = `HTTP method ${request.method} is not allowed for path=${pathname}.`;
          throw new ApiError(1, `${problem} Allowed methods (${method})`);
        }
        return handler({
          param: (name) => parts[names.indexOf(`:${name}`)],
          query: () =>
            Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)])),
          header: (name) => request.headers.get(name) ?? undefined,
          text: () => request.text(),
        });
      },
    };
  }
}

/** @param wholeSeconds whether times lose their fraction */
export function jsonResponse(body: Json, status: number, wholeSeconds = false): Response {
  return new Response(writeJson(body, wholeSeconds), {
    status,
    headers: { "Content-Type": "application/json" },
  });
}

/** @returns the path as the framework sees it; unchanged if it is not encoded UTF-8 */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function matches(names: readonly string[], parts: readonly string[]): boolean {
  return (
    names.length === parts.length && names.every((name, at) => name.startsWith(":") || name === parts[at])
  );
}
