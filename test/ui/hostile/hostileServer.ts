import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { markOf } from "./attacks";

/** How the server replies once the user is signed in. */
type Mood = "folders" | "noFolders" | "errors";

/** An Oz API whose every text is an attack. */
export interface HostileServer {
  readonly address: string;
  mood: Mood;
  /** The ID of the folder with that attack. */
  idOf(name: string): string;
  /** Ends the running folder. */
  finish(): void;
  close(): Promise<void>;
}

/** The attack whose folder is still running. */
export const RUNNING = "icon";

const LINKS = ["javascript:alert(1)", "command:workbench.action.quit", "file:///etc/passwd"];

/**
 * @param attacks by name; a folder each
 * @param schema a URL that each folder gives as its `$schema`
 */
export async function startHostileServer(
  attacks: Readonly<Record<string, string>>,
  schema: string,
): Promise<HostileServer> {
  const names = Object.keys(attacks);
  const began = Math.floor(Date.now() / 1000) - 100;
  let ended: number | undefined;
  let mood: Mood = "folders";
  const idOf = (name: string): string =>
    `7e7e7e7e-0000-4000-8000-${String(names.indexOf(name) + 1).padStart(12, "0")}`;
  const folder = (name: string): object => {
    const runs = name === RUNNING && ended === undefined;
    const text = `${markOf(name)} ${attacks[name]}`;
    // A megabyte in every field would exceed the limit of a reply.
    const short = text.slice(0, 1000);
    const updated = name === RUNNING && ended !== undefined ? ended : began;
    const media = [...LINKS, `https://evil@${"h".repeat(20)}/`, null].map((link, index) => ({
      media_id: `${index} ${short}`,
      media_type: short,
      original_name: index === 0 ? `${markOf(name)} file ${attacks[name]}` : short,
      tags: [short, short],
      original_url: link,
      video_url: link,
    }));
    const analysis = {
      analysis_id: short,
      group_id: short,
      type: `${markOf(name)} type ${attacks[name]}`,
      state: runs ? "PROCESSING" : "FAILED",
      resolution_status: runs ? "PROCESSING" : short,
      error_code: short,
      error_message: text,
      source_media: media.map(({ media_id }) => media_id),
      results_media: [{ media_id: short, results_data: { confidence_spoofing: short } }],
      time_created: began,
      time_updated: updated,
    };
    return {
      $schema: schema,
      folder_id: idOf(name),
      resolution_status: runs ? "PROCESSING" : short,
      system_resolution: runs ? "PROCESSING" : text,
      resolution_comment: short,
      operator_status: short,
      operator_comment: short,
      meta_data: { label: text, [short]: short },
      media,
      analyses: [analysis, { ...analysis, analysis_id: `2 ${short}`, type: short }],
      time_created: began - names.indexOf(name),
      time_updated: updated,
    };
  };
  const reply = (path: string): { status: number; body: unknown } => {
    const said = `${markOf("error")} ${Object.values(attacks).slice(0, -1).join(" ")}`;
    if (path === "/api/version") return { status: 200, body: "6.0.1" };
    if (path.startsWith("/api/authorize/"))
      return { status: 200, body: { access_token: "a".repeat(64), user_type: said } };
    if (mood === "errors")
      return { status: 500, body: { error_code: 0, error_message: said, details: said } };
    const known = mood === "folders" ? names : [];
    const name = known.find((one) => path === `/api/folders/${idOf(one)}`);
    if (name !== undefined) return { status: 200, body: folder(name) };
    if (!/^\/api\/folders\/?$/.test(path))
      return { status: 404, body: { error_code: 10, error_message: said } };
    return { status: 200, body: { items: known.map(folder), total_count: known.length } };
  };
  const server = createServer((request, response) => {
    const { status, body } = reply(new URL(request.url ?? "", "http://h").pathname);
    request.resume();
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get mood() {
      return mood;
    },
    set mood(next) {
      mood = next;
    },
    idOf,
    finish: () => (ended = Math.floor(Date.now() / 1000)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
