/** What one GET asks for. */
export interface GetRequest {
  /** From `/api` on. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** Carries the access token, as it is and without "Bearer" (section 1 of oz-api.md). */
export const TOKEN_HEADER = "X-Forensic-Access-Token";

/** @param id a UUID */
export function folderRequest(id: string): Required<GetRequest> {
  return { path: `/api/folders/${id}`, query: { with_analyses: "true" } };
}

/** @param id a UUID */
export function analysisRequest(id: string): GetRequest {
  return { path: `/api/analyses/${id}` };
}

/** @param baseUrl as `parseAddress` gives it */
export function requestUrl(baseUrl: string, { path, query }: GetRequest): string {
  return `${baseUrl}${path}${query ? `?${new URLSearchParams(query).toString()}` : ""}`;
}
