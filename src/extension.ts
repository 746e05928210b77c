import { randomUUID } from "node:crypto";
import { env, l10n, window, type ExtensionContext } from "vscode";
import { createApi, type OzInspectorApi } from "./api";
import { boundedMemento } from "./base/boundedMemento";
import { systemClock as clock } from "./base/clock";
import { useLanguage } from "./base/language";
import { scrubbingLog } from "./base/log/log";
import { Scrubber } from "./base/log/scrubber";
import { DelayTimer } from "./base/timers";
import { registerCommands } from "./commands/registerCommands";
import { clientFactory } from "./connections/clientFactory";
import { ConnectionManager } from "./connections/connectionManager";
import { startOwnSandbox } from "./connections/sandboxConnection";
import { Folders } from "./folders/folders";
import { TRIM_DELAY } from "./folders/neededFolders";
import { Poller } from "./folders/poll/poller";
import { pollTargets, type PollTargets } from "./folders/poll/pollTargets";
import { desktopTransport } from "./oz/http/desktopTransport";
import { requestTimeLimit as timeLimit, usesProxySettings } from "./settings";
import { registerTools } from "./tools/registerTools";
import { AccountsMenu } from "./views/accountsMenu";
import { tellUnreadable } from "./views/unreadableNotice";
import { Views } from "./views/views";

/** Builds the parts and connects their events. Sends nothing: the poller does once something is visible or watched. */
export function activate(context: ExtensionContext): OzInspectorApi {
  useLanguage(env.language, l10n.bundle);
  const channel = window.createOutputChannel("Oz Inspector", { log: true });
  const scrubber = new Scrubber();
  const log = scrubbingLog(channel, scrubber, clock);
  const transport = desktopTransport(usesProxySettings);
  const openClient = clientFactory({ transport, clock, log, scrubber, timeLimit });
  const memory = boundedMemento(context.globalState, clock, log);
  const windowMemento = boundedMemento(context.workspaceState, clock, log);
  const connections = new ConnectionManager({
    memory,
    windowMemento,
    secrets: context.secrets,
    clock,
    openClient,
    startOwnSandbox,
    newId: randomUUID,
  });
  const folders = new Folders(() => connections.client(), memory, windowMemento, clock, Math.random, log);
  const views = new Views(folders, () => connections.current, connections.serverClock, windowMemento);

  const targets = (): PollTargets =>
    pollTargets(folders, {
      list: views.list.visible,
      folderIds: [...views.documents.openIds, ...folders.awaited.ids],
      focused: window.state.focused,
    });
  const poller = new Poller(folders.reader, targets, clock, Math.random);
  const trim = (): void => folders.needed.trim(views.documents.openIds);
  const trimTimer = new DelayTimer(clock, TRIM_DELAY, () => !views.list.visible, trim);
  const updateTimers = (): void => {
    poller.update();
    trimTimer.update();
  };
  const showConnection = (): void => {
    folders.show(connections.keys);
    poller.show(connections.keys.shown);
  };

  const services = { connections, folders, list: views.list, documents: views.documents, log, scrubber };
  context.subscriptions.push(
    channel,
    connections,
    poller,
    trimTimer,
    folders,
    views,
    new AccountsMenu(connections),
    connections.onDidChange(showConnection),
    connections.onDidChange(() => views.showConnection()),
    connections.onDidSignIn(() => poller.retryNow()),
    folders.onDidStartRefresh(() => {
      connections.tryAgain();
      poller.retryNow();
    }),
    views.documents.onDidChangeOpen(updateTimers),
    ...[folders.watches, folders.arrivals, folders.awaited].map((part) => part.onDidChange(updateTimers)),
    folders.store.onDidChange(({ changed }) => {
      poller.foldersChanged(changed);
      updateTimers();
    }),
    views.list.onDidChangeVisibility(updateTimers),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) connections.catchUp();
      updateTimers();
    }),
    ...registerCommands(services, () => channel.show()),
    ...registerTools(services),
  );
  showConnection();
  updateTimers();
  tellUnreadable([...connections.unreadable, ...folders.unreadable], memory);
  return createApi(folders.store, views, context.subscriptions);
}
