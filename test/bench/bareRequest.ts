import { nodeFetchTransport } from "../../src/oz/http/nodeFetch";
import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { median } from "./statistics";

const FIRST_PAGE = "offset=0&limit=100&sorting=time_created%7Bdesc%7D&with_analyses=true";
const CHANGES = "offset=0&limit=5&sorting=time_updated%7Bdesc%7D&with_analyses=true&total_omit=true";

/** The cost of one request whose reply is not processed. */
export interface BareRequest {
  /** Milliseconds to the last byte, the median of several. */
  readonly took: number;
  /** Milliseconds to parse the reply, the median of several. */
  readonly parse: number;
  /** Bytes of the reply per folder. */
  readonly bytes: number;
  /** IDs of its folders. */
  readonly ids: string[];
}

async function bareRequest(address: string, query: string): Promise<BareRequest> {
  const headers = { accept: "application/json", "x-forensic-access-token": SANDBOX_ACCOUNT.accessToken };
  const url = `${address}/api/folders/?${query}`;
  const { signal } = new AbortController();
  const took: number[] = [];
  const parse: number[] = [];
  let text = "";
  for (let round = 0; round < 15; round++) {
    const began = performance.now();
    const reply = await nodeFetchTransport({ method: "GET", url, headers, signal });
    text = await reply.readText();
    const received = performance.now();
    JSON.parse(text);
    took.push(received - began);
    parse.push(performance.now() - received);
  }
  const { items } = JSON.parse(text) as { items: { folder_id: string }[] };
  const bytes = Buffer.byteLength(text) / items.length;
  return { bytes, ids: items.map(({ folder_id: id }) => id), took: median(took), parse: median(parse) };
}

/** Requests the first page of a sandbox's list, as the extension does. */
export function bareFirstPage(address: string): Promise<BareRequest> {
  return bareRequest(address, FIRST_PAGE);
}

/** Requests a sandbox's latest changes, as the extension does. */
export function bareChanges(address: string): Promise<BareRequest> {
  return bareRequest(address, CHANGES);
}
