import type { HttpReply } from "./transport";

/** @returns whether the server says that it did what it was asked for */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** The HTTP status that belongs to an `error_code` (section 3 of oz-api.md), if that is not 400. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  0: 500,
  1: 405,
  2: 501,
  6: 401,
  7: 401,
  8: 401,
  9: 403,
  10: 404,
  11: 502,
  12: 500,
  15: 401,
  16: 416,
  17: 500,
  101: 429,
  211: 403,
};

/** How the body of an error begins: the framework writes the code first, and no other reply has one there. */
const ERROR_BODY = /^\s*\{\s*"error_code"\s*:\s*"?(\d+)\b/;

/**
 * @returns the status of what a reply means: its own, but for an error that some gateways and servers send with a 2xx status
 * the one that belongs to its `error_code`
 */
export function meantStatus({ status, text }: HttpReply): number {
  if (!isSuccess(status)) return status;
  const code = ERROR_BODY.exec(text)?.[1];
  return code === undefined ? status : (STATUS_OF_CODE[Number(code)] ?? 400);
}
