import { Emitter } from "../../base/emitter";
import { MAX_ASKED_FOLDERS } from "../../base/limits";
import { isAboutServer, type OzError } from "../../oz/http/ozError";

/** Why requests of one kind fail. */
export interface Failure {
  readonly error: OzError;
  /** When the first of the consecutive failures with this reason happened, in epoch milliseconds. */
  readonly since: number;
  /** When the server wants to be asked again, in epoch milliseconds; undefined if it does not say. */
  readonly retryAt?: number | undefined;
}

/** What a request asks for. One kind may fail while the others succeed. */
export type RequestKind = "list" | "changes" | FolderKind;
type FolderKind = `folder ${string}`;

/** How the requests of one kind went. */
interface Health {
  readonly failure?: Failure | undefined;
  /** When one last succeeded, in epoch milliseconds; undefined if none has. */
  readonly lastSuccess?: number | undefined;
}

/** Whether requests to the server succeed, and if not, why and since when. */
export class ServerHealth {
  private readonly changes = new Emitter<undefined>();
  /** The list, the changes, and the folders asked last. */
  private readonly kinds = new Map<RequestKind, Health>();

  /** Fires when requests of any kind begin or cease to fail, or when `lastSuccess` changes while the list is outdated. */
  readonly onDidChange = this.changes.event;

  /** Why the list is outdated; undefined while it is not. The same object until something changes. */
  get failure(): Failure | undefined {
    return this.kinds.get("list")?.failure ?? this.kinds.get("changes")?.failure;
  }

  /** Whether the last request for the list failed. */
  get listFails(): boolean {
    return this.kinds.get("list")?.failure !== undefined;
  }

  /** When the list was last up to date, in epoch milliseconds; undefined if it never was. */
  get lastSuccess(): number | undefined {
    const times = (["list", "changes"] as const).flatMap((kind) => this.kinds.get(kind)?.lastSuccess ?? []);
    return times.length === 0 ? undefined : Math.max(...times);
  }

  /** @returns why a folder may be outdated: it cannot be read, or it was not read since the list began to fail */
  whyOutdated(folderId: string): Failure | undefined {
    const own = this.kinds.get(folderKind(folderId));
    if (own?.failure) return own.failure;
    const { failure } = this;
    return failure && (own?.lastSuccess ?? -Infinity) < failure.since ? failure : undefined;
  }

  /** @returns why a folder cannot be read: its own request failed, or a failure of the list concerns every request */
  failureOf(folderId: string): Failure | undefined {
    const failure = this.whyOutdated(folderId);
    return failure && (failure !== this.failure || isAboutServer(failure.error)) ? failure : undefined;
  }

  /** @param at epoch milliseconds; `since` stays that of the first of consecutive failures with the same reason */
  failed(kind: RequestKind, error: OzError, at: number): void {
    const before = this.kinds.get(kind);
    const { failure, lastSuccess } = before ?? {};
    const retry = error.retryAfter === undefined ? {} : { retryAt: at + error.retryAfter };
    if (before && failure?.error.message === error.message && failure.retryAt === retry.retryAt) {
      this.remember(kind, before);
      return;
    }
    const since = failure?.error.reason === error.reason ? failure.since : at;
    this.remember(kind, { failure: { error, since, ...retry }, lastSuccess });
    this.changes.fire(undefined);
  }

  /** @param at epoch milliseconds */
  succeeded(kind: RequestKind, at: number): void {
    const isOutdated = this.failure !== undefined;
    const hasFailed = this.kinds.get(kind)?.failure !== undefined;
    this.remember(kind, { lastSuccess: at });
    const hasForgotten = (kind === "list" || kind === "changes") && this.forgetServerFailures();
    if (isOutdated || hasFailed || hasForgotten) this.changes.fire(undefined);
    if (!this.failure) this.forgetSuccesses();
  }

  /** Forgets everything, because the connection has changed. */
  reset(): void {
    const hasFailed = [...this.kinds.values()].some(({ failure }) => failure);
    this.kinds.clear();
    if (hasFailed) this.changes.fire(undefined);
  }

  private remember(kind: RequestKind, health: Health): void {
    this.kinds.delete(kind);
    this.kinds.set(kind, health);
    if (this.kinds.size <= MAX_ASKED_FOLDERS) return;
    const oldest = [...this.kinds.keys()].find((one) => one.startsWith("folder "));
    if (oldest !== undefined) this.kinds.delete(oldest);
  }

  /** A folder whose request failed as all others did has no failure of its own. @returns whether there was any */
  private forgetServerFailures(): boolean {
    const { size } = this.kinds;
    for (const [kind, { failure }] of this.kinds)
      if (kind.startsWith("folder ") && failure && isAboutServer(failure.error)) this.kinds.delete(kind);
    return this.kinds.size < size;
  }

  /** When a folder was last read matters only while the list fails. */
  private forgetSuccesses(): void {
    for (const [kind, { failure }] of this.kinds)
      if (kind.startsWith("folder ") && !failure) this.kinds.delete(kind);
  }
}

/** @returns the kind of the requests for one folder */
export function folderKind(id: string): FolderKind {
  return `folder ${id}`;
}
