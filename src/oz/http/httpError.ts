import { readErrorBody, type ErrorBody } from "./errorBody";
import { hostOf, OzError, quoted, type OzErrorReason } from "./errors";
import { notOzApi, type Source } from "./parseReply";
import { quoteServerText } from "./quoteServerText";
import { readRetryAfter } from "./retryAfter";
import type { HttpReply } from "./transport";

const NOT_EXIST = 10;

/**
 * Turns a reply that is not 2xx into an error (section 3 of oz-api.md).
 * @param now epoch milliseconds, for a Retry-After that is a date
 */
export function httpError(reply: HttpReply, source: Source, now: number): OzError {
  const { origin, scrubber } = source;
  const body = readErrorBody(reply.text);
  const reason = reasonOf(reply.status, body);
  if (reason === "notOzApi") return notOzApi(reply, source, body?.code);
  const said = quoteServerText(body?.message ?? "", 160, scrubber) || undefined;
  const message = sentence(reason, hostOf(origin), reply.status, quoted(said));
  return new OzError(reason, message, {
    origin,
    status: reply.status,
    errorCode: body?.code,
    retryAfter: readRetryAfter(reply.header("retry-after"), now),
    said,
  });
}

function reasonOf(status: number, body: ErrorBody | undefined): OzErrorReason {
  if (status === 401) return "signInNeeded";
  if (status === 403) return "forbidden";
  if (status === 404) return body?.code === NOT_EXIST ? "notFound" : "notOzApi";
  if (status === 429) return "tooManyRequests";
  if (status >= 500) return "serverError";
  return status >= 400 ? "badRequest" : "notOzApi";
}

/** @param said what the server said, in brackets; it stands where the sentence goes on to what can be done */
function sentence(reason: OzErrorReason, host: string, status: number, said: string): string {
  switch (reason) {
    case "signInNeeded":
      return `${host} asks you to sign in again${said}.`;
    case "forbidden":
      return `${host} does not allow this account to do that${said}: ask whoever gives out the rights.`;
    case "notFound":
      return `${host} has nothing under that id${said}: check the id, and that this account may see it.`;
    case "tooManyRequests":
      return `${host} receives too many requests${said}: wait a little.`;
    case "serverError":
      return `${host} has an internal problem, status ${status}${said}: try again later.`;
    default:
      return status === 407
        ? `The proxy on the way to ${host} wants you to sign in: check the proxy settings.`
        : `${host} did not accept the request, status ${status}${said}: its version may not know it.`;
  }
}
