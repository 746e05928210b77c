import type { HttpReply, ReplyHead } from "./transport";

/** @returns whether an encoding is the one that transports unpack */
export function isGzip(encoding: string): boolean {
  return /^(x-)?gzip$/i.test(encoding);
}

/** @returns the encoding of a reply whose text is that of compressed bytes, as transports unpack gzip only */
export function foreignEncoding(reply: ReplyHead): string | undefined {
  const encoding = reply.header("content-encoding") ?? "";
  return isGzip(encoding) || /^(identity|)$/i.test(encoding) ? undefined : encoding;
}

/** @returns whether nothing can be told from what the body of an error seems to be */
export function isBodyLost(reply: HttpReply): boolean {
  return reply.isBodyLost === true || foreignEncoding(reply) !== undefined;
}
