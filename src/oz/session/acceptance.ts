import { fetchFolder, fetchPage } from "../api/folderRequests";
import type { OzHttp } from "../http/ozHttp";

/** What a request is about: the list of folders, or one folder or analysis. */
export type Subject = "list" | { readonly id: string };

/** Finds out whether the server accepts an access token: what it refuses then is one request, and no renewal would help. */
export class Acceptance {
  /** The last folder that the server has sent. */
  private folderId: string | undefined;
  /** The checks that are under way. */
  private readonly checks = new Map<string, Promise<boolean>>();

  constructor(private readonly http: OzHttp) {}

  /** Records that the server has answered a request. */
  answered(subject: Subject): void {
    if (subject !== "list") this.folderId = subject.id;
  }

  /**
   * Sends a small request for something else: the list, or if that was refused, the last folder that was not.
   * @param refused what the server answered with 401, with this token
   * @returns whether the server answers; false if that cannot be told
   */
  isAccepted(token: string, refused: Subject): Promise<boolean> {
    const { http, folderId } = this;
    if (refused !== "list")
      return this.once(`${token} list`, () => fetchPage(http, token, { offset: 0, limit: 1 }));
    if (folderId === undefined) return Promise.resolve(false);
    return this.once(`${token} folder`, () => fetchFolder(http, token, folderId));
  }

  private once(key: string, request: () => Promise<unknown>): Promise<boolean> {
    const running = this.checks.get(key);
    if (running) return running;
    const check = request()
      .then(
        () => true,
        () => false,
      )
      .finally(() => this.checks.delete(key));
    this.checks.set(key, check);
    return check;
  }
}
