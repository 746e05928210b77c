import type { PollTargets } from "../../../src/folders/poll/pollTargets";
import type { HttpRequest } from "../../../src/oz/http/transport";

/** The intervals of the table in `docs/architecture.md`, in milliseconds. */
const NEWEST = 60_000;
const CHANGES = 5_000;
const RESTING = 60_000;
const FIRST = 1_000;
const LAST = 15_000;
const GROWTH = 1.5;
const MAX_PAUSE = 60_000;
const UNFOCUSED = 4;

/** What a poll asks for. */
type Kind = "newest" | "others" | "session";

/**
 * Counts what a window polls, and how much of that the table in `docs/architecture.md` allows. It is generous where the table
 * is: what may be asked at once after an event is allowed in full.
 */
export class Allowance {
  readonly problems: string[] = [];
  private readonly allowed = { newest: 0, others: 0 };
  private readonly asked: Record<Kind, number> = { newest: 0, others: 0, session: 0 };
  private readonly steps = new Map<string, { interval: number; passed: number }>();
  private last = { at: -Infinity, kinds: new Set<string>() };
  /** What the server has asked for: from the next round on, it is obeyed. */
  private retryAt = -Infinity;
  private waitUntil = -Infinity;
  /** Rounds in a row that have failed, and whether this one has. */
  private failures = 0;
  private hasFailed = false;

  /** @param now milliseconds of `Clock.elapsed` */
  constructor(private readonly now: () => number) {}

  /** Allows what is due while time passes. */
  grow({ list, running, resting, focused }: PollTargets, milliseconds: number): void {
    const slow = (interval: number): number =>
      Math.max(interval, Math.min(interval * (focused ? 1 : UNFOCUSED), MAX_PAUSE));
    if (list) {
      this.allowed.newest += milliseconds / NEWEST;
      this.allowed.others += milliseconds / slow(CHANGES);
    }
    // The changes, and one folder by itself.
    if (resting.length > 0) this.allowed.others += (2 * milliseconds) / RESTING;
    for (const id of running) {
      const step = this.steps.get(id) ?? { interval: FIRST, passed: FIRST };
      step.passed += milliseconds;
      if (step.passed >= slow(step.interval)) {
        this.allowed.others += 1;
        step.interval = Math.min(step.interval * GROWTH, LAST);
        step.passed = 0;
      }
      this.steps.set(id, step);
    }
  }

  /** Allows what is due again because folders have changed. */
  changed(ids: readonly string[]): void {
    for (const id of ids) this.steps.delete(id);
  }

  /** Allows everything once, as after the list becomes visible. */
  event({ running, list, resting }: PollTargets): void {
    this.failures = 0;
    this.hasFailed = false;
    this.allowed.newest += 1;
    this.allowed.others += running.length + (list ? 1 : 0) + (resting.length > 0 ? 2 : 0) + 1;
    for (const id of running) this.steps.delete(id);
  }

  /** Allows everything once, even what a server or failures forbade, because the user wants it. */
  userRetries(targets: PollTargets): void {
    this.event(targets);
    this.retryAt = -Infinity;
    this.waitUntil = -Infinity;
    this.last = { at: -Infinity, kinds: new Set() };
  }

  /**
   * What a server has asked for ends by the time of day too, if that moves on faster.
   * @param by milliseconds
   */
  clockSet(by: number): void {
    this.retryAt -= Math.max(0, by);
    this.waitUntil -= Math.max(0, by);
  }

  /** @param retryAfter seconds */
  polled({ url }: HttpRequest, status: number, retryAfter: number): void {
    const at = this.now();
    const kind = kindOf(url);
    if (at !== this.last.at) this.roundBegins(at);
    if (at < this.waitUntil) this.problems.push(`${kind} was asked at ${at}, before ${this.waitUntil}`);
    // Several pages of the same are one question.
    const name = kind === "newest" ? kind : url.replace(/(offset|limit)=\d+&?/g, "");
    if (!this.last.kinds.has(name)) this.asked[kind] += 1;
    this.last.kinds.add(name);
    if (retryAfter > 0) this.retryAt = at + retryAfter * 1000;
    // One folder that cannot be read must not slow the others down.
    if (status === 200 || this.hasFailed || !url.includes("sorting=")) return;
    this.hasFailed = true;
    // A list that could not be read is asked for again like its changes.
    this.allowed.newest += 1;
    this.allowed.others += 1;
  }

  /** @returns what was asked too often */
  check(): readonly string[] {
    const tooMany = (["newest", "others"] as const).flatMap((kind) =>
      this.asked[kind] > Math.ceil(this.allowed[kind]) + 1
        ? [`${kind} was asked ${this.asked[kind]} times, allowed are ${this.allowed[kind].toFixed(1)}`]
        : [],
    );
    return [...this.problems, ...tooMany];
  }

  private roundBegins(at: number): void {
    this.failures = this.hasFailed ? this.failures + 1 : 0;
    this.hasFailed = false;
    const gap = Math.min(FIRST * 2 ** this.failures, MAX_PAUSE) * (this.failures > 0 ? 0.75 : 1);
    if (at - this.last.at < gap) {
      this.problems.push(
        `a round began ${at - this.last.at} ms after another, with ${this.failures} failures`,
      );
    }
    this.waitUntil = this.retryAt;
    this.last = { at, kinds: new Set() };
  }
}

function kindOf(url: string): Kind {
  if (url.includes("/authorize/")) return "session";
  return url.includes("sorting=time_created") ? "newest" : "others";
}
