import { randomBytes } from "node:crypto";
import type { Clock } from "../../../src/base/clock";
import { Scrubber } from "../../../src/base/log/scrubber";
import { clientFactory, type OpenClient } from "../../../src/connections/clientFactory";
import { windowPassword } from "../../../src/connections/savedPassword";
import { windowTokenStore } from "../../../src/connections/tokenStore";
import type { OzClient } from "../../../src/oz/api/client";
import type { HttpRequest, IncomingReply, Transport } from "../../../src/oz/http/transport";
import type { OzFolder } from "../../../src/oz/model/folder";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../../src/sandbox/createSandbox";
import type { Ending } from "../../../src/sandbox/scenarios/scenario";
import { TestClock } from "../testClock";

/** What kind of server it is. */
export interface Role {
  readonly options: Partial<SandboxOptions>;
  /** Milliseconds by which its clock is ahead of that of the windows. */
  readonly ahead: number;
  /** Milliseconds until a reply arrives. It says what was true when the request was sent. */
  readonly latency: number;
}

/** How every request goes wrong. */
export type Fault =
  "offline" | "failing" | "tooMany" | "unauthorized" | "unauthorizedButRenewals" | "lagging";

/** Milliseconds by which the lists of a lagging server are behind. */
const LAG = 30_000;

const silent = (): undefined => undefined;
const quiet = { debug: silent, info: silent, warn: silent, error: silent };
const ADDRESS = "http://127.0.0.1:1";

/** A sandbox with a clock of its own, reached without a network. It can go wrong in every way that passes. */
export class ModelServer {
  readonly clock = new TestClock();
  /** The IDs of the folders that exist, oldest first. */
  readonly ids: string[] = [];
  fault: { readonly kind: Fault; readonly retryAfter: number } | undefined;
  latency: number;
  private readonly sandbox: Sandbox;
  /** The tokens of the session that all windows use. */
  private readonly tokens = windowTokenStore();
  private readonly client: OzClient;
  private readonly dateSkew: number;
  private readonly maxLimit: number;
  private lag = 0;
  /** How many requests are being answered. */
  answering = 0;
  readonly wasSlow: boolean;

  constructor({ options, ahead, latency }: Role) {
    this.clock.jump(ahead);
    this.latency = latency;
    this.wasSlow = latency > 0;
    this.maxLimit = options.maxLimit ?? 100;
    this.dateSkew = options.dateSkew ?? 0;
    this.client = this.open((request) => this.answer(request)).client;
    this.sandbox = createSandbox({
      ...options,
      folders: 0,
      epoch: this.clock.now(),
      clock: { now: () => this.clock.now() - this.lag },
      randomBytes,
    });
  }

  /** @returns the ID of the folder that has arrived */
  arrive(): string {
    const id = this.sandbox.arrive();
    this.clock.advance(1);
    this.ids.push(id);
    return id;
  }

  analyseAgain(id: string, ends: Ending): void {
    this.sandbox.analyseAgain(id, ends);
  }

  remove(id: string): void {
    this.sandbox.remove(id);
    this.ids.splice(this.ids.indexOf(id), 1);
  }

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  /** @returns what is true now, newest first, whatever the fault and latency */
  async folders(): Promise<readonly OzFolder[]> {
    const all: OzFolder[] = [];
    const limit = this.maxLimit;
    for (let offset = 0; offset < this.ids.length; offset += limit) {
      all.push(...(await this.client.listFolders({ offset, limit })).folders);
    }
    return all;
  }

  /** Signs in: windows that are opened from then on need not. */
  async signIn(): Promise<void> {
    await this.client.signIn(SANDBOX_ACCOUNT);
  }

  /** Opens a client, with its session. */
  open(transport: Transport, clock: Clock = this.clock): OpenClient {
    const parts = { transport, clock, log: quiet, scrubber: new Scrubber(), timeLimit: () => 30_000 };
    return clientFactory(parts)(ADDRESS, this.tokens, windowPassword(SANDBOX_ACCOUNT));
  }

  /** @param onReply called with each request and its status; 0 if there is no reply */
  transport(onReply: (request: HttpRequest, status: number, retryAfter: number) => void): Transport {
    return async (request) => {
      const { fault } = this;
      onReply(request, fault ? FAILURES[fault.kind] : 200, fault?.kind === "tooMany" ? fault.retryAfter : 0);
      this.answering++;
      const reply = this.answer(request, fault).finally(() => this.answering--);
      if (this.latency > 0) {
        reply.catch(() => undefined);
        await new Promise<void>((resolve) => this.clock.after(this.latency, resolve));
      }
      return reply;
    };
  }

  private async answer(
    { method, url, headers, body }: HttpRequest,
    fault?: { readonly kind: Fault; readonly retryAfter: number },
  ): Promise<IncomingReply> {
    switch (fault?.kind) {
      case "offline":
        throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
      case "failing":
        return this.failure(500, 0);
      case "tooMany":
        return this.failure(429, 101, { "retry-after": String(fault.retryAfter) });
      case "unauthorized":
        return this.failure(401, 8);
      case "unauthorizedButRenewals":
        if (!url.includes("/authorize/")) return this.failure(401, 8);
        break;
      default:
    }
    const isList = url.includes("/folders/?");
    this.lag = fault?.kind === "lagging" && isList ? LAG : 0;
    const answered = this.sandbox.fetch(
      new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }),
    );
    this.lag = 0;
    const reply = await answered;
    const values = { ...Object.fromEntries(reply.headers), date: this.date() };
    return replyOf(reply.status, values, await reply.text());
  }

  private failure(status: number, code: number, headers: Record<string, string> = {}): IncomingReply {
    const json = { error_code: code, error_message: "No.", error_details: null };
    const values = { "content-type": "application/json", date: this.date(), ...headers };
    return replyOf(status, values, JSON.stringify(json));
  }

  private date(): string {
    return new Date(this.clock.now() + this.dateSkew).toUTCString();
  }
}

/** The statuses of failures; 0 for none. */
const FAILURES: Record<Fault, number> = {
  offline: 0,
  failing: 500,
  tooMany: 429,
  unauthorized: 401,
  unauthorizedButRenewals: 401,
  lagging: 200,
};

function replyOf(status: number, headers: Readonly<Record<string, string>>, text: string): IncomingReply {
  return { status, header: (name) => headers[name.toLowerCase()], readText: () => Promise.resolve(text) };
}
