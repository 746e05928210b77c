import { Ids } from "./data/ids";
import { World } from "./data/world";
import { type FolderControl, controlFolders } from "./folderControl";
import { knownParams } from "./list/knownParams";
import type { SandboxOptions } from "./options";
import { addAuthorize, TOKEN_HEADER } from "./server/authorize";
import { addBrowse } from "./server/browse";
import { ApiError, errorBody } from "./server/errors";
import { reply, Routes } from "./server/routes";
import { Sessions } from "./sessions";

export interface Sandbox extends FolderControl {
  /** Answers a request. Never rejects. */
  fetch(request: Request): Promise<Response>;
}

/**
 * Makes a server that speaks Oz API as oz-api.md has it.
 * Every path works with and without a slash at its end.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { clock, epoch, folders, seed = 1, arrivalInterval = 0 } = options;
  const ids = new Ids(seed);
  const sessions = new Sessions(clock, options.randomBytes, options.sessionLifetime, options.slidingSessions);
  const world = new World({ folders, seed, epoch, arrivalInterval });
  const routes = new Routes();
  addAuthorize(routes, sessions, ids);
  addBrowse(routes, {
    world,
    ids,
    clock,
    cutTimes: options.timeFilters !== "exact",
    known: (params) => knownParams(params, options),
    enter: (request) => void sessions.enter(request.header(TOKEN_HEADER)),
  });
  // Needs no token; the real body is unknown (oz-api.md 13).
  routes.add("GET", "/api/version", () => ({ version: "6.0.1-sandbox" }));

  return {
    async fetch(request) {
      try {
        const response = await answer(routes, request);
        // A server tells its own time: without this, Node would tell that of the machine.
        response.headers.set("Date", new Date(clock.now()).toUTCString());
        return response;
      } catch {
        return reply(errorBody(0, "Unknown server side error", null), 500);
      }
    },
    ...controlFolders(world, ids, clock),
  };
}

async function answer(routes: Routes, request: Request): Promise<Response> {
  try {
    const json = await routes.answer(request);
    // A path without a route is not a missing object: it has code 0 (oz-api.md 3).
    return json === undefined ? reply(errorBody(0, "Not found", null), 404) : reply(json);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return reply(errorBody(error.code, error.message, error.details), error.status);
  }
}
