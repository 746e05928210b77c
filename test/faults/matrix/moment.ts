import type { Fault } from "../catalogue/fault";
import type { PassedRequest } from "../front/exchange";
import type { Screen } from "./screen";
import type { Stage } from "./stage";

/** What tells requests apart. */
export type RequestKind = Pick<PassedRequest, "method" | "path" | "query">;

/** Something that the user or the extension does while the server is broken. */
export interface Moment {
  readonly id: string;
  /** The heading of its column. */
  readonly title: string;
  /** What happens while the fault is on, in one sentence. */
  readonly what: string;
  /** How many folders the server has; 6 by default. */
  readonly folders?: number;
  /** The requests that it is about. */
  readonly requests: readonly RequestKind[];
  /** Whether the fault is for these requests only, because otherwise another one would fail before. */
  readonly isAlone?: boolean;
  /** The way there, without a fault. */
  arrive(stage: Stage): Promise<void>;
  /** What the user or the clock does while the fault is on. */
  act(stage: Stage): Promise<void>;
  /** @returns what the user is told at the place where this moment tells a failure: sentences, none if nothing failed */
  told(screen: Screen, stage: Stage): readonly string[];
  /** @returns what is wrong with how the age of what is still shown is told; none if it is told */
  untoldAge?(screen: Screen, fault: Fault): readonly string[];
  /** The user breaks off what stalls. Undefined if there is nothing to break off. */
  readonly cancel?: (stage: Stage) => Promise<void>;
  /** What the user does again after the fault. Undefined: all must be right by itself. */
  readonly retry?: (stage: Stage) => Promise<void>;
}

const request = (method: "GET" | "POST", path: string, query = ""): RequestKind => ({
  method,
  path,
  query: new URLSearchParams(query),
});

/** @returns whether a fault breaks requests of a kind */
export function concerns({ only }: Fault, kind: RequestKind): boolean {
  return only?.({ ...kind, number: 1, headers: {}, at: 0, leftEarly: false }) ?? true;
}

const ID = "00000000-0000-4000-8000-000000000000";

/** Examples of the requests that moments are about. */
export const REQUESTS = {
  version: request("GET", "/api/version"),
  signIn: request("POST", "/api/authorize/auth/"),
  renewal: request("POST", "/api/authorize/refresh/"),
  list: request("GET", "/api/folders/", "offset=0&limit=100&sorting=time_created{desc}&with_analyses=true"),
  folder: request("GET", `/api/folders/${ID}`, "with_analyses=true"),
} as const;
