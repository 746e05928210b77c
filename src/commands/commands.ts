import type { Command, JobName } from "./command";
import { addConnection } from "./connection/addConnection";
import { removeConnection, renameConnection, switchConnection } from "./connection/manageConnections";
import { markConnection } from "./connection/markConnection";
import { openSandbox } from "./connection/openSandbox";
import { signIn, signOut } from "./connection/signIn";
import { copyAsCurl, copyAsHttp, copyAsPowerShell } from "./copy/copyRequest";
import { copyAsMarkdown, copyAsMarkdownWithData } from "./copy/copySummary";
import { copyId, copyJsonPath, copyLink } from "./copy/copyText";
import { clearFilter, filter } from "./filter/filter";
import { explainResult } from "./folder/explainResult";
import { openLink } from "./folder/folderLink";
import { lookUpFolder } from "./folder/lookUpFolder";
import { openInWebConsole, openMedia } from "./folder/openInBrowser";
import { collapseAll, loadMore, refresh, refreshFolder } from "./folder/refresh";
import { revealFolder } from "./folder/revealFolder";
import { compareJson } from "./json/compareJson";
import { openJson } from "./json/openJson";
import { saveJson } from "./json/saveJson";
import { saveList } from "./list/saveList";
import { answerPage } from "./overview/answerPage";
import { showOverview } from "./overview/showOverview";
import { reportIssue } from "./report/reportIssue";
import { stopWatchingNewFolders, watchNewFolders, watchNextFolder } from "./watch/newFolders";
import { showWatched } from "./watch/showWatched";
import { chooseNotifications, unwatchFolder, watchFolder } from "./watch/watchFolder";

/** Every job but showing the log, which the wrapper does itself. Loaded when the first one runs. */
export const JOBS: Readonly<Record<Exclude<JobName, "showLog">, Command>> = {
  signIn,
  signOut,
  addConnection,
  switchConnection,
  renameConnection,
  markConnection,
  removeConnection,
  openSandbox,
  refresh,
  refreshFolder,
  loadMore,
  collapseAll,
  filter,
  clearFilter,
  showOverview,
  lookUpFolder,
  revealFolder,
  copyLink,
  openJson,
  compareJson,
  copyJsonPath,
  saveJson,
  saveList,
  explainResult,
  watchFolder,
  unwatchFolder,
  showWatched,
  watchNewFolders,
  watchNextFolder,
  stopWatchingNewFolders,
  chooseNotifications,
  copyId,
  copyAsMarkdown,
  copyAsMarkdownWithData,
  openMedia,
  openInWebConsole,
  copyAsCurl,
  copyAsPowerShell,
  copyAsHttp,
  reportIssue,
  link: openLink,
  overview: answerPage,
};
