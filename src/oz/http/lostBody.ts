import type { HttpReply, ReplyHead } from "./transport";

/** @returns the encoding of a reply whose text is that of compressed bytes, as transports unpack gzip only */
export function foreignEncoding(reply: ReplyHead): string | undefined {
  const encoding = reply.header("content-encoding") ?? "";
  return /^((x-)?gzip|identity|)$/i.test(encoding) ? undefined : encoding;
}

/** @returns whether nothing can be told from what the body of an error seems to be */
export function isBodyLost(reply: HttpReply): boolean {
  return reply.isBodyLost === true || foreignEncoding(reply) !== undefined;
}
