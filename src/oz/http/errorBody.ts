import { MOST_VALUES } from "../../base/limits";
import { member, textMember } from "../../base/readJson";
import { jsonExtent } from "./jsonExtent";

/** What an Oz API says about an error (section 3 of oz-api.md). */
export interface ErrorBody {
  readonly code: number | undefined;
  readonly message: string | undefined;
  /** `details` in the documents, `error_details` in the framework: anything at all. */
  readonly details: unknown;
}

/**
 * Reads the body of an error reply.
 * @param text the body as it came: JSON, HTML of a proxy, or anything
 * @returns undefined when it is no error object of an Oz API, that is, when it has no `error_code`,
 * or when it has more values than `MOST_VALUES`
 */
export function readErrorBody(text: string): ErrorBody | undefined {
  if (jsonExtent(text).values > MOST_VALUES) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const raw = member(json, "error_code");
  const code = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  if (typeof code !== "number" || !Number.isInteger(code)) return undefined;
  const details = member(json, "details") ?? member(json, "error_details");
  return { code, message: textMember(json, "error_message"), details };
}
