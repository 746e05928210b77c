import { once } from "node:events";
import { createServer } from "node:http";
import type { Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { systemClock, type Clock } from "../../../src/base/clock";
import type { Certificates } from "../../certificates";
import type { Fault } from "../catalogue/fault";
import { Door } from "./door";
import { Exchange, type PassedRequest } from "./exchange";
import { takeName } from "./names";
import { secure, trust } from "./secure";

export interface FrontOptions {
  /** Makes it an HTTPS server, and this process trust their authority until it is closed. */
  readonly certificates?: Certificates;
  /** Its name, such as `localhost`, which only this process finds; without one its address begins with 127.0.0.1. */
  readonly name?: string;
  /** By default the system's. Bytes that come slowly come by it. */
  readonly clock?: Clock;
}

/** A server in front of another one, which breaks what passes. */
export interface Front {
  /** On this machine. */
  readonly address: string;
  /** What is broken from now on; undefined: all passes unchanged. Requests that wait for a reply are not touched. */
  fault: Fault | undefined;
  /** What arrived, oldest first: not what was refused or broken before a request was read. */
  readonly requests: readonly PassedRequest[];
  /** All connections that were accepted. */
  readonly connections: number;
  /** Connections that the client has not closed. */
  readonly openSockets: number;
  /** Breaks all connections off. Can be called again. */
  close(): Promise<void>;
}

/** @param target the address of the server behind it, such as a sandbox's */
export async function startFront(target: string, options: FrontOptions = {}): Promise<Front> {
  const { clock = systemClock, certificates, name } = options;
  const requests: PassedRequest[] = [];
  const sockets = new Set<Socket>();
  const open = new Set<Socket>();
  let fault: Fault | undefined;
  let connections = 0;
  /** The connections with TLS as TCP sees them. */
  const outers = new WeakMap<Socket, Socket>();

  const http = createServer((incoming, response) => {
    const inner = incoming.socket;
    const { pathname, searchParams } = new URL(incoming.url ?? "/", target);
    const request = {
      number: requests.length + 1,
      method: incoming.method ?? "",
      path: pathname,
      query: searchParams,
      headers: incoming.headers,
      at: clock.elapsed(),
      leftEarly: false,
    };
    requests.push(request);
    // Nothing is sent by it: an exchange writes to the connection itself.
    response.on("error", () => undefined);
    buffer(incoming).then(
      (body) =>
        answer(new Exchange({ request, body, inner, outer: outers.get(inner) ?? inner, target, clock })),
      () => undefined,
    );
  });

  // Such as a second request after one that asked to close the connection.
  http.on("clientError", (_, inner: Socket) => (outers.get(inner) ?? inner).resetAndDestroy());

  /** Fails the test that runs if a fault itself is broken, but not if the client has left. */
  const answer = async (exchange: Exchange): Promise<void> => {
    const act = fault && (fault.only?.(exchange.request) ?? true) ? fault.act : undefined;
    try {
      if (act?.at === "request") await act.answer(exchange);
      else exchange.send(await exchange.upstream());
    } catch (error) {
      if (exchange.isOpen) throw error;
    }
  };

  const welcome = (socket: Socket): void => {
    connections++;
    sockets.add(socket);
    open.add(socket);
    socket.on("error", () => undefined);
    socket.once("end", () => open.delete(socket));
    socket.once("close", () => {
      open.delete(socket);
      sockets.delete(socket);
    });
    if (fault?.act.at === "connection") fault.act.take(socket.resume());
    else http.emit("connection", certificates ? secured(socket, certificates) : socket);
  };

  const secured = (outer: Socket, known: Certificates): Socket => {
    const act = fault?.act.at === "handshake" ? fault.act : { certificate: "good" as const, how: {} };
    const inner = secure(outer, { ...known[act.certificate], ...act.how });
    outers.set(inner, outer);
    return inner;
  };

  const door = await Door.open(welcome);
  const ends = [
    certificates && trust(certificates.authority),
    name !== undefined && takeName(name, () => (fault?.act.at === "lookup" ? fault.act.code : undefined)),
  ];
  return {
    address: `${certificates ? "https" : "http"}://${name ?? "127.0.0.1"}:${door.port}`,
    requests,
    get fault() {
      return fault;
    },
    set fault(next) {
      // A fault keeps its half of a connection that the client has closed. Nobody notices that it goes with the fault.
      for (const socket of sockets) if (!open.has(socket)) socket.destroy();
      fault = next;
      door.setOpen(next?.act.at !== "listening");
    },
    get connections() {
      return connections;
    },
    get openSockets() {
      return open.size;
    },
    async close() {
      door.setOpen(false);
      for (const end of ends.splice(0)) if (end) end();
      await Promise.all([...sockets].map((socket) => once(socket.destroy(), "close")));
    },
  };
}
