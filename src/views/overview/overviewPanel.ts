import * as l10n from "@vscode/l10n";
import { env, EventEmitter, ViewColumn, window, type WebviewPanel } from "vscode";
import type { Clock } from "../../base/clock";
import { MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { SavedConnection } from "../../connections/savedConnection";
import type { FolderStore } from "../../folders/store/folderStore";
import { OVERVIEW_PANEL } from "../../ids";
import { sourceOf, type DocumentSource } from "../documentUri";
import { connectionInWords } from "../text/connectionText";
import { frameOf, type ShownOverview } from "./overviewFrame";
import { overviewHtml, pageRoot } from "./overviewHtml";
import { inLanguageDigits, overviewModel } from "./overviewModel";
import type { PageMessage, PageModel } from "./page/model";
import { PartKeys, type ShownPart } from "./partKeys";

/** Milliseconds between two updates of the page, at least: folders may arrive by the dozen. */
const UPDATE_INTERVAL = 250;

/** What the panel needs. */
export interface PanelParts {
  readonly store: FolderStore;
  /** The connection that is shown and signed in to. */
  readonly connected: () => SavedConnection | undefined;
  /** The codes of findings to hide. */
  readonly hiddenFindings: () => readonly string[];
  readonly clock: Pick<Clock, "after" | "elapsed">;
}

/** The panel with the overview: one for the window, as long as it is open. It sends no requests. */
export class OverviewPanel {
  private readonly messages = new EventEmitter<PageMessage>();
  private cancelUpdate: (() => void) | undefined;
  private lastUpdate = -Infinity;
  private panel: WebviewPanel | undefined;
  private shown: ShownOverview | undefined;
  private connection: { readonly name: string; readonly source: DocumentSource };
  private subscription: { dispose(): void } | undefined;
  private keys = new PartKeys();

  /** Fires when the user chooses something in the page. */
  readonly onDidReceiveMessage = this.messages.event;

  constructor(private readonly parts: PanelParts) {
    this.connection = this.connectionNow();
  }

  /** The figures that are shown; undefined while the panel is closed. */
  get current(): ShownOverview | undefined {
    return this.shown;
  }

  /** What is on the page now, its counts as numbers; undefined while the panel is closed. */
  get model(): PageModel | undefined {
    const { shown, connection, parts, keys } = this;
    if (!shown) return undefined;
    const frame = frameOf(shown, parts.store, connection, sourceOf(parts.connected()));
    return overviewModel(shown.live.overview, frame, parts.hiddenFindings(), keys);
  }

  /** Shows other figures, and opens the panel if it is closed. */
  show(shown: ShownOverview): void {
    this.forget();
    this.shown = shown;
    this.connection = this.connectionNow();
    this.keys = new PartKeys(shown.live.filter);
    this.subscription = shown.live.onDidChange(() => this.updateSoon());
    this.panel ??= this.open();
    this.panel.reveal();
    this.update();
  }

  /** @returns the folders that a figure of the page counts; undefined if there is no such figure any more */
  partOf(key: string): ShownPart | undefined {
    return this.keys.get(key);
  }

  /** Shows the page anew: another connection is shown, or a setting has changed. */
  redraw(): void {
    if (this.panel) this.updateSoon();
  }

  dispose(): void {
    this.panel?.dispose();
    this.messages.dispose();
  }

  private connectionNow(): typeof this.connection {
    const saved = this.parts.connected();
    return { name: saved ? connectionInWords(saved) : "", source: sourceOf(saved) };
  }

  private open(): WebviewPanel {
    const panel = window.createWebviewPanel(OVERVIEW_PANEL, l10n.t("Overview"), ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [pageRoot()],
    });
    panel.webview.onDidReceiveMessage((message: PageMessage) => {
      // The page has no content when it is loaded, also when it was hidden meanwhile.
      if (message.type === "ready") this.update();
      else this.messages.fire(message);
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.forget();
    });
    panel.webview.html = overviewHtml(panel.webview, env.language);
    return panel;
  }

  private updateSoon(): void {
    const { clock } = this.parts;
    const delay = Math.max(0, this.lastUpdate + UPDATE_INTERVAL - clock.elapsed());
    this.cancelUpdate ??= clock.after(delay, () => {
      this.cancelUpdate = undefined;
      this.update();
    });
  }

  private update(): void {
    const { panel, model } = this;
    if (!panel || !model) return;
    this.lastUpdate = this.parts.clock.elapsed();
    panel.title = plainText(model.title, MAX_NAME);
    if (panel.visible) void panel.webview.postMessage(inLanguageDigits(model));
  }

  /** Lets go of the figures: nobody sees them. */
  private forget(): void {
    this.cancelUpdate?.();
    this.cancelUpdate = undefined;
    this.subscription?.dispose();
    this.shown?.live.dispose();
    this.shown = undefined;
  }
}
