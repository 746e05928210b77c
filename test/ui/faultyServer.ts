import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import fetch from "node-fetch";

/** How the server treats requests from now on. */
type Mode = "forward" | "silent" | "large" | "invalid" | "cutOff" | "notOzApi" | "expired";

/** A proxy of a sandbox that misbehaves on demand. */
export interface FaultyServer {
  readonly address: string;
  mode: Mode;
  /** Requests received since the mode was last set. */
  readonly requests: number;
  /** May be called more than once. */
  close(): Promise<void>;
}

export async function startFaultyServer(sandbox: string): Promise<FaultyServer> {
  const state = { mode: "forward" as Mode, requests: 0 };
  /** Answer the requests that came while the server was silent. */
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    state.requests++;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (state.mode === "silent") waiting.push(answerNow);
      else answerNow();
    });
    function answerNow(): void {
      if (state.mode === "notOzApi") answer(response, 404, "text/html", "<html><h1>Not Found</h1></html>");
      else if (state.mode === "expired") answer(response, 401, "application/json", EXPIRED);
      else void forward(request.url ?? "", Buffer.concat(chunks));
    }
    async function forward(path: string, body: Buffer): Promise<void> {
      const token = request.headers["x-forensic-access-token"];
      const reply = await fetch(`${sandbox}${path}`, {
        method: request.method ?? "GET",
        headers: {
          "content-type": "application/json",
          ...(typeof token === "string" && { "x-forensic-access-token": token }),
        },
        ...(body.length > 0 && { body }),
      });
      const text = await reply.text();
      if (state.mode === "large") {
        answer(response, reply.status, "application/json", text.replace(/\}\s*$/, `, "large": ${LARGE}}`));
        return;
      }
      if (state.mode === "invalid") {
        answer(response, reply.status, "application/json", text.replaceAll('"folder_id"', INVALID));
        return;
      }
      if (state.mode === "forward") answer(response, reply.status, "application/json", text);
      else cutOff(response, text);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get mode() {
      return state.mode;
    },
    get requests() {
      return state.requests;
    },
    set mode(mode) {
      state.mode = mode;
      state.requests = 0;
      if (mode !== "silent") for (const answerNow of waiting.splice(0)) answerNow();
    },
    async close() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Six megabytes: an array of 60,000 strings. */
const LARGE = JSON.stringify(Array.from({ length: 60_000 }, () => "x".repeat(100)));

/** A folder's ID, and members before it that JSON does not allow. */
const INVALID = '"odd": NaN, "order": 9007199254740993, "raw": "a\tb", "folder_id"';

const EXPIRED =
  '{"error_code": 8, "error_message": "Provided user auth token has expired. Please renew it.", "error_details": null}';

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type });
  response.end(body);
}

/** Announces the whole body, sends half of it and closes the connection. */
function cutOff(response: ServerResponse, text: string): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}
