import type { Clock } from "../base/clock";
import { ArrivalTimes } from "./data/arrivalTimes";
import { IdCodec } from "./data/idCodec";
import type { SandboxFolder } from "./data/sandboxFolder";
import { World } from "./data/world";
import { knownParams } from "./list/params";
import type { Ending } from "./scenarios/scenario";
import { ApiError, errorBody, notExist } from "./server/apiError";
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
  /** Milliseconds between arriving folders. Default 0: none arrives by itself. */
  readonly arrivalInterval?: number | undefined;
  /** Milliseconds from a session's last request until it expires. Default 15 minutes, as in Oz API. */
  readonly sessionLifetime?: number | undefined;
  /** Whether each request extends its session. Default true. */
  readonly slidingSessions?: boolean | undefined;
  /** Whether time filters are extended to days, or exact as in older and the newest servers (oz-api.md 4.5). Default "day". */
  readonly timeFilters?: "day" | "exact" | undefined;
  /** Milliseconds by which the server's zone is ahead of its database's: time filters are off by it. Default 0. */
  readonly zone?: number | undefined;
  /** Parameters of the list to ignore, as older servers do. Default none. */
  readonly ignoredFilters?: readonly string[] | undefined;
  /** Parameters of the list to reject with an error, as some servers do. Default none. */
  readonly refusedFilters?: readonly string[] | undefined;
  /** Whether times lose their fraction, as by default in the framework; Oz API keeps it. Default false. */
  readonly wholeSeconds?: boolean | undefined;
  /** The highest `limit` of a list. Default 5000. */
  readonly maxLimit?: number | undefined;
  /** Whether a higher `limit` is lowered without a word instead of refused. Default false. */
  readonly capsLimit?: boolean | undefined;
  /** The error code for an unknown path: newer servers reply as for a missing object, with 10 (oz-api.md 21). Default 0. */
  readonly unknownPathCode?: 0 | 10 | undefined;
  /** Milliseconds by which the header `Date` is ahead of the clock. Default 0. */
  readonly dateSkew?: number | undefined;
  readonly clock: Pick<Clock, "now">;
  readonly randomBytes: RandomBytes;
}

/** Changes single folders, as the users of a real server would. For tests and benchmarks. */
export interface FolderControl {
  /**
   * Lets a folder arrive, at least a millisecond after the one before.
   * @returns its ID
   * @throws Error if folders arrive by themselves
   */
  readonly arrive: () => string;
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
  const { clock, epoch, folders, seed = 1, arrivalInterval = 0, dateSkew = 0 } = options;
  const ids = new IdCodec(seed);
  const sessions = new Sessions(clock, options.randomBytes, options.sessionLifetime, options.slidingSessions);
  const world = new World({ folders, seed, epoch, arrivals: new ArrivalTimes(epoch, arrivalInterval) });
  const routes = new Routes();
  addAuthorizeRoutes(routes, sessions, ids);
  addFolderRoutes(routes, {
    world,
    ids,
    clock,
    timeRule: { exact: options.timeFilters === "exact", zone: options.zone ?? 0 },
    limitRule: { max: options.maxLimit ?? 5000, caps: options.capsLimit ?? false },
    knownParams: (params) => knownParams(params, options.ignoredFilters, options.refusedFilters),
    authenticate: (request) => void sessions.authenticate(request.header(TOKEN_HEADER)),
  });
  // Needs no token. The real reply is unknown (oz-api.md 13).
  routes.add("GET", "/api/version", () => ({ version: "6.0.1-sandbox" }));

  return {
    async fetch(request) {
      try {
        const response = await respond(routes, request, options);
        // Without this, Node would send the machine's time instead of the sandbox's.
        response.headers.set("Date", new Date(clock.now() + dateSkew).toUTCString());
        return response;
      } catch {
        return jsonResponse(errorBody(0, "Unknown server side error", null), 500);
      }
    },
    ...controlFolders(world, ids, clock),
  };
}

async function respond(
  routes: Routes,
  request: Request,
  { unknownPathCode = 0, wholeSeconds }: SandboxOptions,
): Promise<Response> {
  try {
    const route = routes.find(request);
    if (!route) throw unknownPathCode === 10 ? notExist() : new ApiError(0, "Not found");
    // The framework answers OPTIONS itself, without asking for a token.
    if (request.method === "OPTIONS") return new Response(null, { headers: { Allow: route.method } });
    return jsonResponse(await route.handle(request), 200, wholeSeconds);
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
    arrive: () => ids.of("folder", world.arrive(clock.now())),
    analyseAgain: (id, ends = "SUCCESS") => world.analyseAgain(find(id), ends, clock.now()),
    remove: (id) => world.remove(find(id)),
  };
}
