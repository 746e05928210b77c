import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import fetch from "node-fetch";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { echo, type Asked, type Leak, type Reply } from "./leaks";
import { hex, special, word, type Planted } from "./planted";

/** The shapes of the tokens to issue, in turn. */
const SHAPES = [
  { access: () => hex(128), refresh: word },
  { access: special, refresh: () => hex(128) },
  { access: randomUUID, refresh: special },
] as const;

/** A proxy of a sandbox that issues its own tokens and echoes secrets. */
export class LeakyServer {
  /** What it replies instead of folders. */
  leak: Leak | undefined;
  /** Whether it rejects every access token, refresh token and password. */
  refusesAll = false;
  private access: string | undefined;
  private refresh: string | undefined;
  private sessions = 0;
  private readonly server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const token = [request.headers["x-forensic-access-token"] ?? ""].flat().join();
      const asked = { path: request.url ?? "", token, body };
      send(response, await this.answer(asked), asked);
    });
  });

  constructor(
    private readonly planted: Planted,
    /** The address of the sandbox. */
    private readonly sandbox: string,
  ) {}

  async listen(): Promise<void> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Expires the access token, but not the refresh token. */
  expire(): void {
    this.access = undefined;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  private async answer(asked: Asked): Promise<Reply> {
    const { path, token, body } = asked;
    const { password, typedToken } = this.planted;
    const shows = (secret: string): boolean => !this.refusesAll && body.includes(JSON.stringify(secret));
    if (path.startsWith("/api/authorize/auth")) return shows(password) ? this.open() : echo(401, 15, asked);
    if (path.startsWith("/api/authorize/refresh"))
      return this.refresh !== undefined && shows(this.refresh) ? this.open() : echo(401, 7, asked);
    if (path.startsWith("/api/version")) return this.forward(asked);
    if (this.refusesAll || ![this.access, typedToken].includes(token)) return echo(401, 7, asked);
    return this.leak?.reply(asked) ?? this.forward(asked);
  }

  private open(): Reply {
    const shape = SHAPES[this.sessions++ % SHAPES.length]!;
    const { sessions, planted } = this;
    this.access = planted.plant(`access token ${sessions}`, shape.access());
    this.refresh = planted.plant(`refresh token ${sessions}`, shape.refresh());
    const role = `CLIENT ${planted.password}`;
    const session = { user_type: role, access_token: this.access, expire_token: this.refresh };
    return { status: 200, body: JSON.stringify(session) };
  }

  private async forward({ path }: Asked): Promise<Reply> {
    const headers = { "x-forensic-access-token": SANDBOX_ACCOUNT.accessToken };
    const reply = await fetch(`${this.sandbox}${path}`, { headers });
    return { status: reply.status, body: await reply.text() };
  }
}

/** Headers echo the token, too. */
function send(response: ServerResponse, { status, headers, body, fault }: Reply, { token }: Asked): void {
  if (fault === "raw") {
    response.socket?.end(body);
    return;
  }
  response.writeHead(status, `echo ${token}`, {
    "content-type": "application/json",
    "set-cookie": `token=${token}`,
    "x-echo": token,
    ...headers,
    ...(fault === "short" && { "content-length": Buffer.byteLength(body) + 1 }),
  });
  if (fault === "short") response.write(body, () => response.destroy());
  else response.end(body);
}
