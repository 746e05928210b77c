import { randomUUID } from "node:crypto";
import { window, type ExtensionContext } from "vscode";
import { createApi, type OzInspectorApi } from "./api";
import { systemClock as clock } from "./base/clock";
import { scrubbingLog } from "./base/log/log";
import { Scrubber } from "./base/log/scrubber";
import { IdleTimer } from "./base/timers";
import { registerCommands } from "./commands/registerCommands";
import { clientFactory } from "./connections/clientFactory";
import { ConnectionManager } from "./connections/connectionManager";
import { startOwnSandbox } from "./connections/sandboxConnection";
import { Folders } from "./folders/folders";
import { Poller } from "./folders/poll/poller";
import { pollTargets, type PollTargets } from "./folders/poll/pollTargets";
import { desktopTransport } from "./oz/http/desktopTransport";
import { processingLimit } from "./settings";
import { AccountsMenu } from "./views/accountsMenu";
import { Views } from "./views/views";

/** Builds the parts and connects their events. Sends nothing: the poller does once something is visible or watched. */
export function activate(context: ExtensionContext): OzInspectorApi {
  const channel = window.createOutputChannel("Oz Inspector", { log: true });
  const scrubber = new Scrubber();
  const log = scrubbingLog(channel, scrubber);

  const openClient = clientFactory({ transport: desktopTransport, clock, log, scrubber });
  const { globalState: memory, workspaceState: windowMemento, secrets } = context;
  const connections = new ConnectionManager({
    memory,
    windowMemento,
    secrets,
    clock,
    openClient,
    startOwnSandbox,
    newId: randomUUID,
  });
  const folders = new Folders(() => connections.client(), memory, clock, log);
  const views = new Views(folders, () => connections.current, clock, windowMemento);

  const targets = (): PollTargets =>
    pollTargets(folders, {
      list: views.list.visible,
      folderIds: views.documents.explanations.shownIds,
      focused: window.state.focused,
    });
  const poller = new Poller(folders.reader, targets, clock, () => Math.random());
  const isListHidden = (): boolean => !views.list.visible;
  const trimTimer = new IdleTimer(clock, isListHidden, () =>
    folders.needed.trim(views.documents.explanations.shownIds),
  );
  const updateTimers = (): void => {
    poller.update();
    trimTimer.update();
  };
  const showConnection = (): void => {
    folders.show(connections.keys);
    poller.show(connections.keys.shown);
  };

  context.subscriptions.push(
    channel,
    connections,
    poller,
    trimTimer,
    views,
    new AccountsMenu(connections),
    connections.onDidChange(() => {
      showConnection();
      views.showConnection();
    }),
    connections.onDidSignIn(() => poller.retryNow()),
    folders.onDidStartRefresh(() => poller.retryNow()),
    folders.rawReplies.onDidChangeIds(updateTimers),
    views.documents.explanations.onDidChangeShownIds(updateTimers),
    folders.watches.onDidChange(updateTimers),
    folders.store.onDidChange(({ changed }) => {
      poller.foldersChanged(changed);
      updateTimers();
    }),
    views.list.onDidChangeVisibility(updateTimers),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) void connections.catchUp();
      updateTimers();
    }),
    ...registerCommands({ connections, folders, list: views.list, documents: views.documents }, log, () =>
      channel.show(),
    ),
  );
  showConnection();
  updateTimers();
  return createApi(folders.store, clock, processingLimit, context.subscriptions);
}
