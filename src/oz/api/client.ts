import * as l10n from "@vscode/l10n";
import { hostOf } from "../http/hostInWords";
import { OzError } from "../http/ozError";
import type { OzHttp } from "../http/ozHttp";
import type { FolderPage } from "../model/folder";
import { credentialsRefused, noSignIn } from "../session/authorize";
import type { Session } from "../session/session";
import { isToken, type Credentials } from "../session/tokens";
import { ChangesReader, type Changes } from "./changesReader";
import { findFolder } from "./findFolder";
import { FolderPages } from "./folderPages";
import { fetchFolder, fetchPage, type FolderReply, type PageRequest } from "./folderRequests";
import { fetchVersion } from "./version";

/** The requests to one Oz API. They fail with an `OzError`. */
export class OzClient {
  private readonly http: OzHttp;
  private readonly session: Session;
  private readonly pages: FolderPages;
  private readonly changes: ChangesReader;

  constructor({ http, session }: { readonly http: OzHttp; readonly session: Session }) {
    this.http = http;
    this.session = session;
    const elapsed = (): number => http.elapsed();
    this.pages = new FolderPages(
      (page, signal) => session.authorized("list", (token) => fetchPage(http, token, page, signal), signal),
      elapsed,
    );
    this.changes = new ChangesReader((request, signal) => this.listFolders(request, signal), elapsed);
  }

  /** The address of the server, as `parseAddress` gives it. */
  get baseUrl(): string {
    return this.http.baseUrl;
  }

  /** Epoch milliseconds by the server's clock, see `ServerClock`. */
  serverNow(): number {
    return this.http.serverNow();
  }

  /** Checks that an Oz API is at the address, see `fetchVersion`. Needs no session. */
  version(signal?: AbortSignal): Promise<string> {
    return fetchVersion(this.http, signal);
  }

  /** Signs in, see `Session.signIn`. */
  signIn(credentials: Credentials, signal?: AbortSignal): Promise<string | undefined> {
    return this.session.signIn(credentials, signal);
  }

  /**
   * Checks an access token with a small request. The session does not change: for that, see `Session.adopt`.
   * @throws OzError "credentialsRefused" if the server rejects it, or if it has characters that no token has; "noSignIn" if
   * the server has no folders to show
   */
  async checkToken(accessToken: string, signal?: AbortSignal): Promise<void> {
    const { origin } = this.http;
    if (!isToken(accessToken)) {
      const message = l10n.t(
        "Not an access token for {0}: tokens have no spaces or line breaks.",
        hostOf(origin),
      );
      throw new OzError("credentialsRefused", message, { origin });
    }
    try {
      await fetchPage(this.http, accessToken, { offset: 0, limit: 1 }, signal);
    } catch (error) {
      if (!(error instanceof OzError)) throw error;
      const refused = error.status === 401 ? credentialsRefused(error, tokenRefused) : undefined;
      throw refused ?? noSignIn(error, noFolders) ?? error;
    }
  }

  /** Lists folders with their analyses, see `FolderPages`. */
  listFolders(page: PageRequest, signal?: AbortSignal): Promise<FolderPage> {
    return this.pages.read(page, signal);
  }

  /** Lists changed folders, see `ChangesReader`. */
  listChanges(since: number | undefined, signal?: AbortSignal): Promise<Changes> {
    return this.changes.read(since, signal);
  }

  /** Gets one folder with its analyses, see `fetchFolder`. */
  getFolder(id: string, signal?: AbortSignal): Promise<FolderReply> {
    return this.session.authorized({ id }, (token) => fetchFolder(this.http, token, id, signal), signal);
  }

  /** Gets the folder with an ID, or the folder of the analysis with it, see `findFolder`. */
  findFolder(id: string, signal?: AbortSignal): Promise<FolderReply> {
    return this.session.authorized({ id }, (token) => findFolder(this.http, token, id, signal), signal);
  }
}

/** @param serverMessage see `inBrackets` */
function tokenRefused(host: string, serverMessage: string): string {
  return l10n.t("{0} did not accept this access token{1}. Check and try again.", host, serverMessage);
}

function noFolders(host: string): string {
  return l10n.t(
    "{0} has no list of folders, as is normal for Instant API. Check the address and its path.",
    host,
  );
}
