import { MarkdownString, StatusBarAlignment, ThemeColor, window, type StatusBarItem } from "vscode";
import type { Folders } from "../../folders/folders";
import type { FolderStore } from "../../folders/folderStore";
import type { ServerHealth } from "../../folders/serverHealth";
import type { Watch } from "../../folders/watch";
import type { OzFolder } from "../../oz/folder";
import { shortId } from "../../oz/id";
import type { Severity } from "../../status";
import { timeOfDay } from "../text/age";
import { plainText } from "../../status/plainText";
import { presentFolder, resultInWords } from "../text/folderText";
import type { ShownFindings } from "../shownFindings";
import { folderTooltip } from "../tree/tooltip";

/** VS Code has two backgrounds for items that ask for attention. */
const BACKGROUNDS: Readonly<Record<Severity, string | undefined>> = {
  error: "statusBarItem.errorBackground",
  warning: "statusBarItem.warningBackground",
  info: undefined,
  ok: undefined,
};

/** The watched folder in the status bar; nothing while none is watched. */
export class WatchStatusBar {
  private readonly watch: Watch;
  private readonly store: FolderStore;
  private readonly health: ServerHealth;
  private readonly item: StatusBarItem;
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    { watch, store, health }: Pick<Folders, "watch" | "store" | "health">,
    private readonly findings: ShownFindings,
  ) {
    this.watch = watch;
    this.store = store;
    this.health = health;
    // The id and the name are what VS Code's own "Hide" in the status bar remembers and shows.
    this.item = window.createStatusBarItem("ozInspector.watchedFolder", StatusBarAlignment.Left, 50);
    this.item.name = "Oz Inspector: Watched Folder";
    this.subscriptions = [
      watch.onDidChange(() => this.draw()),
      store.onDidChange(() => this.draw()),
      health.onDidChange(() => this.draw()),
      this.item,
    ];
    this.draw();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private draw(): void {
    const id = this.watch.watchedId;
    if (id === undefined) {
      this.item.hide();
      return;
    }
    const folder = this.store.get(id);
    if (folder) this.drawFolder(folder);
    else this.drawUnknown(id);
    this.item.command = { command: "ozInspector.lookUpFolder", title: "Show", arguments: [id] };
    this.item.show();
  }

  private drawFolder(folder: OzFolder): void {
    const presentation = presentFolder(folder.resolution);
    const background = BACKGROUNDS[presentation.severity];
    const { failure } = this.health;
    const stale = failure ? ` · no answer since ${timeOfDay(failure.since)}` : "";
    const words = resultInWords(folder.resolution);
    this.item.text = `$(${presentation.icon}) ${shortId(folder.id)} ${words}${failure ? " $(debug-disconnect)" : ""}`;
    this.item.backgroundColor = background === undefined ? undefined : new ThemeColor(background);
    this.item.tooltip = folderTooltip(folder, this.findings(folder.resolution));
    if (failure) this.item.tooltip.appendMarkdown("\n\n").appendText(plainText(failure.error.message));
    this.item.accessibilityInformation = {
      label: `Watched folder ${shortId(folder.id)}, ${presentation.spoken}${stale}`,
    };
  }

  private drawUnknown(id: string): void {
    const reason = this.health.failure?.error.message ?? "Not read yet.";
    this.item.text = `$(eye) ${shortId(id)}`;
    this.item.backgroundColor = undefined;
    this.item.tooltip = new MarkdownString().appendText(`Watched folder ${id}. ${plainText(reason)}`);
    this.item.accessibilityInformation = { label: `Watched folder ${shortId(id)}, ${plainText(reason)}` };
  }
}
