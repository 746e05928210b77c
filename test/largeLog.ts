import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** Bytes. VS Code gives extensions no document larger than 50 MB. */
const BYTES = 50 * 1024 * 1024 - 1024;

export const LARGE_LOG_IDS = 100_000;

/**
 * Writes a log of nearly 50 MB with 100,000 random IDs, one per line.
 * @param first the IDs of its first lines
 * @returns the IDs, line by line
 */
export async function writeLargeLog(file: string, first: readonly string[] = []): Promise<readonly string[]> {
  const stream = createWriteStream(file);
  const length = Math.floor(BYTES / LARGE_LOG_IDS);
  const ids: string[] = [];
  for (let line = 0; line < LARGE_LOG_IDS; line++) {
    const id = first[line] ?? randomUUID();
    ids.push(id);
    const text = `10:22:15.123 [info] folder=${id} state=PROCESSING `;
    if (!stream.write(`${text.padEnd(length - 1, "0123456789abcdef-")}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
  return ids;
}
