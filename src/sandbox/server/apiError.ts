import type { Json } from "./json";

/** The HTTP status of each error code that the sandbox uses (oz-api.md 3). */
const HTTP_STATUS = {
  0: 404,
  1: 405,
  3: 400,
  4: 400,
  5: 400,
  6: 401,
  7: 401,
  8: 401,
  9: 403,
  10: 404,
  12: 500,
  15: 401,
} as const;
export type ErrorCode = keyof typeof HTTP_STATUS;

/** An error of Oz API, thrown by any route. `createSandbox` turns it into a reply. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Json = null,
  ) {
    super(message);
  }

  get status(): (typeof HTTP_STATUS)[ErrorCode] {
    return HTTP_STATUS[this.code];
  }
}

/** @returns the body of an error reply. The framework calls the third member `error_details` (oz-api.md 3) */
export function errorBody(code: number, message: string, details: Json): Json {
  return { error_code: code, error_message: message, error_details: details };
}

export const invalidStructure = (message: string, details?: Json): ApiError =>
  new ApiError(3, message, details);
export const invalidValue = (message: string, details?: Json): ApiError => new ApiError(4, message, details);
export const notExist = (): ApiError => new ApiError(10, "Object not exist");
