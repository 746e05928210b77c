import { window, type ExtensionContext } from "vscode";
import { registerCommands } from "./commands/registerCommands";
import { clientFactory } from "./connections/clients";
import { ConnectionManager } from "./connections/connectionManager";
import { startSandbox } from "./connections/startSandbox";
import { Folders } from "./folders/folders";
import { Poller, type Interest } from "./folders/poller";
import { scrubbingLog } from "./log/scrubbingLog";
import { systemClock as clock } from "./oz/clock";
import { lateTransport as transport } from "./oz/lateTransport";
import { labelKeys, onDidChangeSettings } from "./settings";
import { AgesTimer } from "./views/agesTimer";
import { setContextKey } from "./views/contextKeys";
import { FoldersView } from "./views/foldersView";
import { JsonDocuments } from "./views/json/jsonDocuments";
import { FoldersTree } from "./views/tree/foldersTree";
import { announceWatchEnds } from "./views/watch/watchNotices";
import { WatchStatusBar } from "./views/watch/watchStatusBar";

/** Builds the parts and ties them together. Nothing is sent from here: the poller asks when somebody looks. */
export function activate(context: ExtensionContext): void {
  const channel = window.createOutputChannel("Oz Inspector", { log: true });
  const log = scrubbingLog(channel);

  const openClient = clientFactory({ transport, clock, log });
  const { globalState: memory, secrets } = context;
  const connections = new ConnectionManager({ memory, secrets, clock, openClient, startSandbox });
  const connected = (): boolean => connections.current !== undefined;
  const server = (): string | undefined => connections.current?.server;

  const folders = new Folders(() => connections.client(), memory, clock);
  const { store, watch } = folders;

  const isWatched = (id: string): boolean => watch.watchedId === id;
  const tree = new FoldersTree(folders, connected, { labelKeys, isWatched, now: () => clock.now() });
  const view = new FoldersView(tree);
  const documents = new JsonDocuments(folders.texts, server);
  const interest = (): Interest => ({
    watched: connected() && watch.worthReading ? watch.watchedId : undefined,
    list: connected() && view.visible,
    focused: window.state.focused,
  });
  const poller = new Poller(folders.reader, interest, clock, () => Math.random());
  const ages = new AgesTimer(
    clock,
    () => view.visible,
    () => tree.redrawAges(),
  );

  const showConnection = (): void => {
    setContextKey("ozInspector.connection", connected() ? "active" : "none");
    view.showServer(server());
    tree.redraw();
  };
  const showWatch = (): void => {
    setContextKey("ozInspector.watching", watch.watchedId !== undefined);
    tree.redrawWatched();
  };
  const update = (): void => {
    poller.update();
    ages.update();
  };

  const showLog = (): void => channel.show();
  context.subscriptions.push(
    channel,
    connections,
    poller,
    ages,
    tree,
    view,
    documents,
    new WatchStatusBar(folders),
    announceWatchEnds(folders, labelKeys),
    connections.onDidChange(({ again }) => {
      if (!again) folders.reset();
      poller.forgetFailures();
      showConnection();
    }),
    watch.onDidChange(showWatch),
    watch.onDidChange(update),
    store.onDidChange(update),
    view.onDidChangeVisibility(update),
    window.onDidChangeWindowState(update),
    onDidChangeSettings(() => tree.redraw()),
    ...registerCommands({ connections, folders, poller, view, documents, log, showLog }),
  );
  showConnection();
  showWatch();
  update();
}
