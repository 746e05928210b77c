import type { Transport } from "../../../src/oz/http/transport";

/** Two folders with an analysis each, and a file of the first one. Their first eight characters differ. */
export const IDS = {
  F: "f0f0f0f0-0000-4000-8000-000000000001",
  A: "a0a0a0a0-0000-4000-8000-000000000001",
  M: "c0c0c0c0-0000-4000-8000-000000000001",
  G: "f1f1f1f1-0000-4000-8000-000000000002",
  B: "a1a1a1a1-0000-4000-8000-000000000002",
} as const;

const MEDIA_LINK = `https://media.example.com/${IDS.M}.mp4`;

const ended = { type: "QUALITY", state: "FINISHED", resolution_status: "SUCCESS" };

/** A folder as the list has it, if the server filters by metadata. */
export function listed(number: number, metaData: object): object {
  return { ...second, folder_id: listedId(number), time_created: number, meta_data: metaData, analyses: [] };
}

export function listedId(number: number): string {
  return `e0e0e0e0-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** Has two groups, and an analysis and a file without an ID. */
const first = {
  folder_id: IDS.F,
  time_created: 2,
  meta_data: { order: 1 },
  resolution_status: "FINISHED",
  system_resolution: "SUCCESS",
  analyses: [
    { ...ended, analysis_id: IDS.A, group_id: "g1", time_created: 3 },
    { ...ended, group_id: "g2", time_created: 90 },
  ],
  media: [
    { media_id: IDS.M, media_type: "VIDEO_FOLDER", original_url: MEDIA_LINK },
    { media_type: "IMAGE_FOLDER", original_name: "nameless.jpg" },
  ],
};

const second = {
  folder_id: IDS.G,
  time_created: 1,
  meta_data: { order: 2 },
  resolution_status: "FINISHED",
  system_resolution: "SUCCESS",
  analyses: [{ ...ended, analysis_id: IDS.B, time_created: 1 }],
};

const REPLIES: Readonly<Record<string, object>> = {
  // The second folder is not in the list.
  "/api/folders/": { items: [first], offset: 0, limit: 100, total_count: 1 },
  [`/api/folders/${IDS.F}`]: first,
  [`/api/folders/${IDS.G}`]: second,
  [`/api/analyses/${IDS.A}`]: { analysis_id: IDS.A, folder_id: IDS.F },
  [`/api/analyses/${IDS.B}`]: { analysis_id: IDS.B, folder_id: IDS.G },
};

/** An in-process server with those folders. */
export class FakeServer {
  /** The requested paths, in order. */
  readonly asked: string[] = [];
  /** What was asked for as metadata. */
  readonly askedMetaData: string[] = [];
  /** The folders that it sends for each such condition; undefined if it does not filter. */
  matching: Readonly<Record<string, readonly object[]>> | undefined;
  /** It answers when this resolves. */
  answers: Promise<unknown> = Promise.resolve();
  isAway = false;
  /** How many folders it says that it has: more than it sends. */
  total = 1;
  /** How many requests it answers before it is away. */
  patience = Infinity;
  /** What it says of an internal error that it has whatever it is asked; undefined for none. */
  trouble: string | undefined;
  /** What the replies have as `Date`. */
  date: string | undefined;

  readonly transport: Transport = ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    this.asked.push(pathname);
    const metaData = searchParams.get("meta_data");
    if (metaData !== null) this.askedMetaData.push(metaData);
    if (this.patience-- <= 0) this.isAway = true;
    if (this.isAway) return Promise.reject(new Error("The connection was refused."));
    const matching =
      metaData !== null && this.matching ? { items: this.matching[metaData] ?? [] } : REPLIES[pathname];
    const found = this.trouble === undefined ? matching : undefined;
    const message = this.trouble ?? "Object not exist";
    const body = found ?? { error_code: this.trouble === undefined ? 10 : 0, error_message: message };
    return this.answers.then(() => ({
      status: found ? 200 : this.trouble === undefined ? 404 : 500,
      header: (name) => ({ "content-type": "application/json", date: this.date })[name.toLowerCase()],
      readText: () =>
        Promise.resolve(
          JSON.stringify({ ...body, ...("total_count" in body && { total_count: this.total }) }),
        ),
    }));
  };
}
