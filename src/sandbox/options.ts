/** What a sandbox is made of. Nothing here comes from the machine: clock and randomness are handed in. */
export interface SandboxOptions {
  /** How many folders were there before the epoch. They cost nothing until asked for. */
  readonly folders: number;
  /** Same seed, epoch and time: same data. Default 1. */
  readonly seed?: number | undefined;
  /** Epoch milliseconds. The static folders are older than this, arrivals count from here. */
  readonly epoch: number;
  /** Milliseconds between new folders. 0 or nothing: none arrives. */
  readonly arrivalInterval?: number | undefined;
  /** Milliseconds that a session lives after its last request. Default 15 minutes, as Oz API has it. */
  readonly sessionLifetime?: number | undefined;
  /** Whether each request moves the end of its session on, as the server's option of that kind does. Default true. */
  readonly slidingSessions?: boolean | undefined;
  /** Whether time filters cut their bounds to days, as newer servers do (oz-api.md 4.5). Default "day". */
  readonly timeFilters?: "day" | "exact" | undefined;
  /** Parameters of the list that this server does not know and so passes over, as older ones do. Default none. */
  readonly ignoredFilters?: readonly string[] | undefined;
  /** Parameters of the list whose values this server does not know and so refuses, as others do. Default none. */
  readonly refusedFilters?: readonly string[] | undefined;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export type RandomBytes = (count: number) => Uint8Array;
