import { Hono } from "hono/tiny";
import { Ids } from "./data/ids";
import { World } from "./data/world";
import { type FolderControl, controlFolders } from "./folderControl";
import type { SandboxOptions } from "./options";
import { addAuthorize, TOKEN_HEADER } from "./server/authorize";
import { knownParams } from "./list/knownParams";
import { addBrowse } from "./server/browse";
import { ApiError, errorBody } from "./server/errors";
import { reply, route } from "./server/route";
import { Sessions } from "./sessions";

/** Ask it in process with `request`, or serve its `fetch`. */
export interface Sandbox extends Pick<Hono, "fetch" | "request">, FolderControl {}

/**
 * Makes a server that speaks Oz API as oz-api.md has it.
 * Every path works with and without a slash at its end.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { clock, epoch, folders, seed = 1, arrivalInterval = 0 } = options;
  const ids = new Ids(seed);
  const sessions = new Sessions(clock, options.randomBytes, options.sessionLifetime, options.slidingSessions);
  const world = new World({ folders, seed, epoch, arrivalInterval });
  const app = new Hono({ strict: false });

  // A server tells its own time: without this, Node would tell that of the machine.
  app.use(async (context, next) => {
    await next();
    context.header("Date", new Date(clock.now()).toUTCString());
  });
  addAuthorize(app, sessions, ids);
  addBrowse(app, {
    world,
    ids,
    clock,
    cutTimes: options.timeFilters !== "exact",
    known: (params) => knownParams(params, options),
    enter: (request) => void sessions.enter(request.header(TOKEN_HEADER)),
  });
  // Needs no token; the real body is unknown (oz-api.md 13).
  route(app, "GET", "/api/version", () => ({ version: "6.0.1-sandbox" }));

  // A path without a route is not a missing object: it has code 0 (oz-api.md 3).
  app.notFound(() => reply(errorBody(0, "Not found", null), 404));
  app.onError((error) => {
    if (error instanceof ApiError) {
      return reply(errorBody(error.code, error.message, error.details), error.status);
    }
    return reply(errorBody(0, "Unknown server side error", null), 500);
  });
  return { fetch: app.fetch, request: app.request, ...controlFolders(world, ids, clock) };
}
