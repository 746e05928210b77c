import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { type Sandbox, createSandbox } from "../../../src/sandbox/createSandbox";
import type { SandboxOptions } from "../../../src/sandbox/createSandbox";

/** Epoch milliseconds: noon, so that the newest folders share a day. */
export const EPOCH = Date.UTC(2025, 4, 20, 12);

/** The members of replies that the tests use. */
export interface AnalysisBody {
  analyse_id?: string;
  analysis_id?: string;
  group_id?: string;
  analysis_group_id?: string;
  analyse_group_id?: string;
  folder_id: string;
  type: string;
  state?: string | null;
  resolution_status?: string | null;
  results_data: Record<string, unknown> | null;
  results_media: Record<string, unknown>[] | null;
  source_media: MediaBody[] | null;
  confs: Record<string, number>;
  error_code: number | null;
  error_message: string | null;
  time_created: number;
  time_updated: number;
}
interface MediaBody {
  media_id: string;
  media_type: string;
  original_url: string | null;
  tags: string[];
}
export interface FolderBody {
  folder_id: string;
  user_id: string;
  company_id: string;
  operator_status: string | null;
  resolution_status?: string | null;
  system_resolution?: string | null;
  meta_data: Record<string, unknown> | null;
  is_cleared: boolean | null;
  time_created: number;
  time_updated: number;
  media: MediaBody[] | null;
  analyses?: AnalysisBody[];
}
export interface ListBody {
  offset: number;
  limit: number;
  total_count: number | null;
  items: FolderBody[];
}

/** An in-process sandbox with a manual clock. */
export class TestSandbox {
  now = EPOCH;
  readonly app: Sandbox;
  private random = 0;

  constructor(options: Partial<SandboxOptions> = {}) {
    this.app = createSandbox({
      folders: 100,
      epoch: EPOCH,
      clock: { now: () => this.now },
      randomBytes: (count) =>
        Uint8Array.from({ length: count }, () => (this.random = (this.random * 7 + 5) % 251)),
      ...options,
    });
  }

  ask(path: string, init?: RequestInit): Promise<Response> {
    return this.app.fetch(new Request(`http://sandbox${path}`, init));
  }

  /** @param token null for none. @returns HTTP status and body of a GET */
  async raw(path: string, token: string | null = SANDBOX_ACCOUNT.accessToken): Promise<[number, string]> {
    const headers: Record<string, string> = token === null ? {} : { "X-Forensic-Access-Token": token };
    const response = await this.ask(path, { headers });
    return [response.status, await response.text()];
  }

  async get<T>(path: string, token?: string | null): Promise<T> {
    const [status, text] = await this.raw(path, token);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  /** @param query without the question mark */
  list(query = ""): Promise<ListBody> {
    return this.get<ListBody>(`/api/folders/?${query}`);
  }

  async post(
    path: string,
    body: unknown,
    token?: string,
  ): Promise<[number, Record<string, unknown>, string]> {
    const headers: Record<string, string> = token === undefined ? {} : { "X-Forensic-Access-Token": token };
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await this.ask(path, { method: "POST", headers, body: text });
    const reply = await response.text();
    return [response.status, JSON.parse(reply) as Record<string, unknown>, reply];
  }
}
