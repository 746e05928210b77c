import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { bodyFaults, changing, MEGABYTE, TOO_LARGE } from "./bodyRow";
import type { Act, Fault } from "./fault";

const FOREIGN = / is compressed as “[a-z, ]+”, which was not asked for\. /;

const encoded = (encoding: string, pack: (body: Buffer) => Buffer): Act =>
  changing(({ headers, body }) => ({
    headers: { ...headers, "content-encoding": encoding },
    body: pack(body),
  }));

/** A gigabyte of zeros in a megabyte: a file of gzip may have any number of members. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(MEGABYTE), { level: 9 });
  return Buffer.concat(Array.from({ length: 1024 }, () => member));
}

/** Bodies that are compressed, or say so. */
export const PACKED_FAULTS: readonly Fault[] = bodyFaults([
  [
    "gzip-bomb",
    "A gigabyte of zeros, compressed to a megabyte",
    TOO_LARGE,
    "unreadable",
    encoded("gzip", bomb),
  ],
  ["gzip", "Compressed with gzip", undefined, undefined, encoded("gzip", (body) => gzipSync(body))],
  [
    "gzip-damaged",
    "JSON that says it is compressed and is not",
    /^The compressed reply from \S+ is damaged\. Try again\.$/,
    "unreadable",
    encoded("gzip", (body) => body),
  ],
  [
    "gzip-twice",
    "Compressed twice",
    FOREIGN,
    "unreadable",
    encoded("gzip, gzip", (body) => gzipSync(gzipSync(body))),
  ],
  ["br", "Compressed with Brotli", FOREIGN, "unreadable", encoded("br", (body) => brotliCompressSync(body))],
  [
    "deflate",
    "Compressed with deflate",
    FOREIGN,
    "unreadable",
    encoded("deflate", (body) => deflateSync(body)),
  ],
  [
    "unknown-encoding",
    "JSON that says it is encoded as UTF-8 where a compression belongs",
    undefined,
    undefined,
    encoded("utf-8", (body) => body),
  ],
]);
