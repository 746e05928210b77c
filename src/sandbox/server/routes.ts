import type { Params } from "../list/params";
import { ApiError } from "./errors";
import { type Json, writeJson } from "./json";

type Method = "GET" | "POST";

/** A request to one of the paths that the server knows. */
export interface ApiRequest {
  /** A part of the path, by the name that the route gives it. */
  param(name: string): string | undefined;
  /** All values of all query parameters. */
  queries(): Params;
  header(name: string): string | undefined;
  text(): Promise<string>;
}

type Answer = (request: ApiRequest) => Json | Promise<Json>;

interface Route {
  readonly method: Method;
  readonly names: readonly string[];
  readonly answer: Answer;
}

/** The paths that a server knows, each with and without a slash at its end. */
export class Routes {
  private readonly routes: Route[] = [];

  /** @param path its parts that begin with a colon stand for any text: `/api/folders/:id` */
  add(method: Method, path: string, answer: Answer): void {
    this.routes.push({ method, names: path.split("/"), answer });
  }

  /**
   * @returns the JSON that answers a request; undefined for a path that is not known
   * @throws ApiError 1 for another method than the path has, as the framework refuses it (oz-api.md 3)
   */
  async answer(request: Request): Promise<Json | undefined> {
    const { pathname, searchParams } = new URL(request.url);
    const parts = pathname.replace(/\/$/, "").split("/");
    const route = this.routes.find(({ names }) => fits(names, parts));
    if (!route) return undefined;
    const { method, names, answer } = route;
    if (request.method !== method) {
      const refused = `HTTP method ${request.method} is not allowed for path=${pathname}.`;
      throw new ApiError(1, `${refused} Allowed methods (${method})`);
    }
    return answer({
      param: (name) => parts[names.indexOf(`:${name}`)],
      queries: () =>
        Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)])),
      header: (name) => request.headers.get(name) ?? undefined,
      text: () => request.text(),
    });
  }
}

/** @returns a reply with JSON as the framework writes it */
export function reply(body: Json, status = 200): Response {
  return new Response(writeJson(body), { status, headers: { "Content-Type": "application/json" } });
}

function fits(names: readonly string[], parts: readonly string[]): boolean {
  return (
    names.length === parts.length && names.every((name, at) => name.startsWith(":") || name === parts[at])
  );
}
