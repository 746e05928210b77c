import { isSuccess } from "./errorStatus";
import { OzError } from "./ozError";
import type { HttpReply, IncomingReply } from "./transport";

/**
 * Reads the body of a reply. What the status and the headers of an error say counts, such as how long to wait, whatever
 * becomes of its body: it may break off, be damaged, be too large or not come in time.
 * @param read reads the body; rejects with an `OzError` if nobody waits any longer
 * @throws what `read` does, if the status is a success or the caller has cancelled the request
 */
export async function readReply(reply: IncomingReply, read: () => Promise<string>): Promise<HttpReply> {
  const { status } = reply;
  const header = (name: string): string | undefined => reply.header(name);
  try {
    return { status, header, text: await read() };
  } catch (error) {
    const isCancelled = error instanceof OzError && error.reason === "cancelled";
    if (isSuccess(status) || isCancelled) throw error;
    return { status, header, text: "", isBodyLost: true };
  }
}
