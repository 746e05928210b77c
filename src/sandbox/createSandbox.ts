import type { Clock } from "../base/clock";
import { IdCodec } from "./data/idCodec";
import type { SandboxFolder } from "./data/sandboxFolder";
import { World } from "./data/world";
import { knownParams } from "./list/params";
import type { Ending } from "./scenarios/scenario";
import { ApiError, errorBody } from "./server/apiError";
import { addAuthorizeRoutes, TOKEN_HEADER } from "./server/authorizeRoutes";
import { addFolderRoutes } from "./server/folderRoutes";
import { jsonResponse, Routes } from "./server/routes";
import { type RandomBytes, Sessions } from "./sessions";

export interface SandboxOptions {
  /** Number of folders older than the epoch. They are generated on demand, so even a million takes no memory. */
  readonly folders: number;
  /** The same seed, epoch and time give the same data. Default 1. */
  readonly seed?: number | undefined;
  /** Epoch milliseconds: the static folders are older, arrivals are newer. */
  readonly epoch: number;
  /** Milliseconds between arriving folders. Default 0: no folder arrives. */
  readonly arrivalInterval?: number | undefined;
  /** Milliseconds from a session's last request until it expires. Default 15 minutes, as in Oz API. */
  readonly sessionLifetime?: number | undefined;
  /** Whether each request extends its session. Default true. */
  readonly slidingSessions?: boolean | undefined;
  /** Whether time filters are rounded to days, as by newer servers (oz-api.md 4.5). Default "day". */
  readonly timeFilters?: "day" | "exact" | undefined;
  /** Parameters of the list to ignore, as older servers do. Default none. */
  readonly ignoredFilters?: readonly string[] | undefined;
  /** Parameters of the list to reject with an error, as some servers do. Default none. */
  readonly refusedFilters?: readonly string[] | undefined;
  readonly clock: Pick<Clock, "now">;
  readonly randomBytes: RandomBytes;
}

/** Changes single folders, as the users of a real server would. For tests and benchmarks. */
export interface FolderControl {
  /**
   * Posts another group of analyses to a folder. Liveness succeeds after four seconds, face match ends after six.
   * @param ends how face match ends, which decides the result; PROCESSING means never. Default SUCCESS
   * @throws Error if the folder does not exist or has too many analyses
   */
  readonly analyseAgain: (id: string, ends?: Ending) => void;
  /** @throws Error if the folder does not exist */
  readonly remove: (id: string) => void;
}

export interface Sandbox extends FolderControl {
  /** Replies to a request. Never rejects. */
  fetch(request: Request): Promise<Response>;
}

/** Creates an in-process server that implements Oz API as described in oz-api.md, with invented data. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { clock, epoch, folders, seed = 1, arrivalInterval = 0 } = options;
  const ids = new IdCodec(seed);
  const sessions = new Sessions(clock, options.randomBytes, options.sessionLifetime, options.slidingSessions);
  const world = new World({ folders, seed, epoch, arrivalInterval });
  const routes = new Routes();
  addAuthorizeRoutes(routes, sessions, ids);
  addFolderRoutes(routes, {
    world,
    ids,
    clock,
    roundTimes: options.timeFilters !== "exact",
    knownParams: (params) => knownParams(params, options.ignoredFilters, options.refusedFilters),
    authenticate: (request) => void sessions.authenticate(request.header(TOKEN_HEADER)),
  });
  // Needs no token. The real reply is unknown (oz-api.md 13).
  routes.add("GET", "/api/version", () => ({ version: "6.0.1-sandbox" }));

  return {
    async fetch(request) {
      try {
        const response = await respond(routes, request);
        // Without this, Node would send the machine's time instead of the sandbox's.
        response.headers.set("Date", new Date(clock.now()).toUTCString());
        return response;
      } catch {
        return jsonResponse(errorBody(0, "Unknown server side error", null), 500);
      }
    },
    ...controlFolders(world, ids, clock),
  };
}

async function respond(routes: Routes, request: Request): Promise<Response> {
  try {
    const json = await routes.handle(request);
    // An unknown path has error code 0, unlike a missing object (oz-api.md 3).
    return json === undefined ? jsonResponse(errorBody(0, "Not found", null), 404) : jsonResponse(json);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return jsonResponse(errorBody(error.code, error.message, error.details), error.status);
  }
}

function controlFolders(world: World, ids: IdCodec, clock: Pick<Clock, "now">): FolderControl {
  const find = (id: string): SandboxFolder => {
    const parts = ids.read(id);
    const folder = parts?.kind === "folder" ? world.at(clock.now()).find(parts) : undefined;
    if (!folder) throw new Error(`The sandbox has no folder ${id}.`);
    return folder;
  };
  return {
    analyseAgain: (id, ends = "SUCCESS") => world.analyseAgain(find(id), ends, clock.now()),
    remove: (id) => world.remove(find(id)),
  };
}
