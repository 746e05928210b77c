import { FilteredFolders } from "../../../src/folders/filter/filteredFolders";
import type { FolderFilter } from "../../../src/folders/filter/folderFilter";
import { Folders } from "../../../src/folders/folders";
import { Poller } from "../../../src/folders/poll/poller";
import { pollTargets, type PollTargets } from "../../../src/folders/poll/pollTargets";
import type { WatchEnd } from "../../../src/folders/watch/watches";
import type { HttpRequest } from "../../../src/oz/http/transport";
import type { OzFolder } from "../../../src/oz/model/folder";
import { TestMemory } from "../connections/stores";
import { TestClock } from "../testClock";
import { Allowance } from "./allowance";
import type { ModelServer } from "./modelServer";

const keys = { shown: "here", signedIn: ["here"], known: ["here"] };

/** A window of VS Code that shows the server: folders and poller, connected as in `extension.ts`. */
export class ModelWindow {
  readonly clock = new TestClock();
  /** What was told of watched folders. */
  told: readonly WatchEnd[] = [];
  /** What went wrong. */
  readonly problems: string[] = [];
  readonly allowance = new Allowance(() => this.clock.elapsed());
  folders!: Folders;
  private poller!: Poller;
  private list = true;
  private focused = false;
  /** Whether what is asked now is asked because the user wants it. */
  private isActing = false;

  /** @param memory shared by all windows */
  constructor(
    private readonly server: ModelServer,
    private readonly memory: TestMemory,
    private readonly random: () => number,
  ) {
    this.open();
  }

  get targets(): PollTargets {
    return pollTargets(this.folders, { list: this.list, folderIds: [], focused: this.focused });
  }

  /** The folders of the list, down to the first that may be missing. */
  get listed(): readonly OzFolder[] {
    const { all, gapIndex } = this.folders.store.current;
    return all.slice(0, gapIndex);
  }

  /** Reloads the window. */
  reopen(): void {
    this.dispose();
    this.open();
  }

  /** Lets time pass in this window. */
  advance(milliseconds: number): void {
    this.isActing = false;
    this.allowance.grow(this.targets, milliseconds);
    this.clock.advance(milliseconds);
  }

  /**
   * Sets the machine's clock. Forward, it looks like sleep: the clock goes on, but nothing happens here, and no interval
   * passes.
   * @param by milliseconds; negative for back
   */
  setClock(by: number): void {
    this.clock.jump(by);
    this.allowance.clockSet(by);
    if (by > 0) this.allowance.event(this.targets);
  }

  showList(shown: boolean): void {
    if (shown && !this.list) this.allowance.event(this.targets);
    this.list = shown;
    this.poller.update();
  }

  get isListShown(): boolean {
    return this.list;
  }

  focus(focused: boolean): void {
    if (focused && !this.focused) this.allowance.event(this.targets);
    this.focused = focused;
    this.folders.watches.setFocused(focused);
    this.poller.update();
  }

  refresh(): void {
    this.allowance.userRetries(this.targets);
    this.act(() => this.folders.refresh());
  }

  loadMore(): void {
    this.act(() => this.folders.reader.readMore());
  }

  search(): void {
    this.act(() => this.folders.filter.current?.searchMore());
  }

  filter(filter: FolderFilter | undefined): void {
    const { store, reader } = this.folders;
    this.folders.filter.set(filter && new FilteredFolders(filter, "", store, reader, this.clock.now()));
    this.search();
  }

  dispose(): void {
    this.poller.dispose();
    this.folders.watches.dispose();
    this.folders.reader.cancelAll();
  }

  private open(): void {
    const transport = this.server.transport((...asked) => this.record(...asked));
    const { client, session } = this.server.open(transport, this.clock);
    const folders = new Folders(
      () => Promise.resolve(client),
      this.memory,
      new TestMemory(),
      this.clock,
      this.random,
    );
    const poller = new Poller(folders.reader, () => this.targets, this.clock, this.random);
    this.folders = folders;
    this.poller = poller;
    const update = (): void => poller.update();
    folders.onDidStartRefresh(() => {
      session.tryAgain();
      poller.retryNow();
    });
    folders.watches.onDidChange(update);
    folders.watches.onDidEnd((end) => {
      if (folders.watches.claim([end]).length === 0) return;
      this.told = [...this.told, end];
      if (end.reason === "removed") this.checkGone([end.id], "the user was told that it is gone");
    });
    folders.store.onDidChange(({ changed, gone }) => {
      poller.foldersChanged(changed);
      this.allowance.changed(changed);
      update();
      this.checkGone(gone, "it was taken for gone");
    });
    folders.watches.setFocused(this.focused);
    folders.show(keys);
    this.allowance.userRetries(this.targets);
    poller.show(keys.shown);
    update();
  }

  private checkGone(ids: readonly string[], what: string): void {
    for (const id of ids) if (this.server.has(id)) this.problems.push(`${id} exists, but ${what}`);
  }

  private record(request: HttpRequest, status: number, retryAfter: number): void {
    if (!this.isActing) this.allowance.polled(request, status, retryAfter);
  }

  /** Does what the user asks for; how it fails is not the subject here. */
  private act(action: () => Promise<unknown> | undefined): void {
    this.isActing = true;
    action()?.catch(() => undefined);
  }
}
