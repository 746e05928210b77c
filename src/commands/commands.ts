import type { JobId } from "./commandIds";
import { addConnection } from "./connection/addConnection";
import { chooseNotifications } from "./watch/chooseNotifications";
import { clearFilter } from "./filter/clearFilter";
import { copyId } from "./copy/copyId";
import { copyLink } from "./copy/copyLink";
import { copyAsMarkdown } from "./copy/copyAsMarkdown";
import { copyAsMarkdownWithData } from "./copy/copyAsMarkdownWithData";
import { openMedia } from "./folder/openMedia";
import { openInWebConsole } from "./folder/openInWebConsole";
import { copyAsCurl } from "./copy/copyAsCurl";
import { copyAsHttp } from "./copy/copyAsHttp";
import { compareJson } from "./json/compareJson";
import { copyJsonPath } from "./json/copyJsonPath";
import { explainResult } from "./folder/explainResult";
import { filter } from "./filter/filter";
import { loadMore } from "./folder/loadMore";
import { lookUpFolder } from "./folder/lookUpFolder";
import { openJson } from "./json/openJson";
import { openLink } from "./folder/openLink";
import { openSandbox } from "./connection/openSandbox";
import { refresh } from "./folder/refresh";
import { refreshFolder } from "./folder/refreshFolder";
import { removeConnection } from "./connection/removeConnection";
import { renameConnection } from "./connection/renameConnection";
import type { Command } from "./services";
import { saveJson } from "./json/saveJson";
import { showLog } from "./showLog";
import { showWatched } from "./watch/showWatched";
import { signIn } from "./connection/signIn";
import { signOut } from "./connection/signOut";
import { switchConnection } from "./connection/switchConnection";
import { unwatchFolder } from "./watch/unwatchFolder";
import { watchFolder } from "./watch/watchFolder";

/** What each command does, and a link that is opened. Loaded when the first one is run. */
export const COMMANDS: Readonly<Record<JobId, Command>> = {
  "ozInspector.signIn": signIn,
  "ozInspector.signOut": signOut,
  "ozInspector.addConnection": addConnection,
  "ozInspector.switchConnection": switchConnection,
  "ozInspector.renameConnection": renameConnection,
  "ozInspector.removeConnection": removeConnection,
  "ozInspector.openSandbox": openSandbox,
  "ozInspector.refresh": refresh,
  "ozInspector.refreshFolder": refreshFolder,
  "ozInspector.loadMore": loadMore,
  "ozInspector.filter": filter,
  "ozInspector.clearFilter": clearFilter,
  "ozInspector.lookUpFolder": lookUpFolder,
  "ozInspector.copyLink": copyLink,
  "ozInspector.openJson": openJson,
  "ozInspector.compareJson": compareJson,
  "ozInspector.copyJsonPath": copyJsonPath,
  "ozInspector.saveJson": saveJson,
  "ozInspector.explainResult": explainResult,
  "ozInspector.watchFolder": watchFolder,
  "ozInspector.unwatchFolder": unwatchFolder,
  "ozInspector.showWatched": showWatched,
  "ozInspector.chooseNotifications": chooseNotifications,
  "ozInspector.copyId": copyId,
  "ozInspector.copyAsMarkdown": copyAsMarkdown,
  "ozInspector.copyAsMarkdownWithData": copyAsMarkdownWithData,
  "ozInspector.openMedia": openMedia,
  "ozInspector.openInWebConsole": openInWebConsole,
  "ozInspector.copyAsCurl": copyAsCurl,
  "ozInspector.copyAsHttp": copyAsHttp,
  "ozInspector.showLog": showLog,
  link: openLink,
};
