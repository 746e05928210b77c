import type { Socket } from "node:net";
import type { OzErrorReason } from "../../../src/oz/http/ozError";
import type { Certificates } from "../../certificates";
import type { Exchange, PassedRequest } from "../front/exchange";
import type { Reply } from "../front/reply";
import type { Handshake } from "../front/secure";

/** How a fault acts, beginning with where it does. */
export type Act =
  /** The name of the front is not found; `code` is the one that Node gives. */
  | { readonly at: "lookup"; readonly code: "ENOTFOUND" | "EAI_AGAIN" }
  /** Nobody listens at the port. */
  | { readonly at: "listening" }
  /** Below TLS and HTTP, from the first moment of a connection: no request is read, and so none is counted. */
  | { readonly at: "connection"; readonly take: (socket: Socket) => void }
  | {
      readonly at: "handshake";
      readonly certificate: Exclude<keyof Certificates, "authority">;
      readonly how?: Pick<Handshake, "asksForCertificate" | "maxVersion">;
    }
  /** When a request has arrived; it may never answer. */
  | { readonly at: "request"; readonly answer: (exchange: Exchange) => void | Promise<void> };

/** One way in which a network or a server fails. */
export interface Fault {
  /** `reset-after-headers`, `status-429-date` … */
  readonly id: string;
  readonly group: "connection" | "redirect" | "status" | "body" | "clock" | "data";
  /** What happens, in one line. */
  readonly title: string;
  /** What the user is told wherever the failure is shown; undefined if the fault is to be borne without a word. */
  readonly sentence: RegExp | undefined;
  /** Why a request with a session fails by it; undefined if it succeeds. */
  readonly reason: OzErrorReason | undefined;
  /** Why a sign-in fails by it, if for another reason. */
  readonly signInReason?: OzErrorReason;
  /** Why a request for one folder fails by it, if for another reason. */
  readonly folderReason?: OzErrorReason;
  /** Milliseconds that the server asks to wait. */
  readonly wait?: number;
  /**
   * What the front must have been started with for it: certificates ("https"), none ("http"), or a name. Such a fault can
   * be switched on and off like any other.
   */
  readonly needs?: "http" | "https" | "name";
  /** Which requests it concerns, by default all; the others pass unchanged. Not for faults before a request is read. */
  readonly only?: (request: PassedRequest) => boolean;
  readonly act: Act;
}

/** @returns the act of a server that sends this instead of a reply of its own */
export function replying(reply: Reply | ((exchange: Exchange) => Reply | Promise<Reply>)): Act {
  return {
    at: "request",
    answer: async (exchange) => exchange.send(typeof reply === "function" ? await reply(exchange) : reply),
  };
}

/**
 * @param rewrite gets the JSON of a 2xx reply and returns what is sent instead
 * @returns the act of a server whose data are otherwise
 */
export function rewriting(rewrite: (json: unknown, request: PassedRequest) => unknown): Act {
  return replying(async (exchange) => {
    const reply = await exchange.upstream();
    if (reply.status < 200 || reply.status > 299) return reply;
    const json = rewrite(JSON.parse(reply.body.toString()), exchange.request);
    return { ...reply, body: Buffer.from(JSON.stringify(json)) };
  });
}
