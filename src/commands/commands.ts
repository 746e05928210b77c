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
import type { Command, JobName } from "./services";
import { saveJson } from "./json/saveJson";
import { showLog } from "./showLog";
import { showWatched } from "./watch/showWatched";
import { signIn } from "./connection/signIn";
import { signOut } from "./connection/signOut";
import { switchConnection } from "./connection/switchConnection";
import { unwatchFolder } from "./watch/unwatchFolder";
import { watchFolder } from "./watch/watchFolder";

/** What each command does, and a link that is opened. Loaded when the first one is run. */
export const JOBS: Readonly<Record<JobName, Command>> = {
  signIn,
  signOut,
  addConnection,
  switchConnection,
  renameConnection,
  removeConnection,
  openSandbox,
  refresh,
  refreshFolder,
  loadMore,
  filter,
  clearFilter,
  lookUpFolder,
  copyLink,
  openJson,
  compareJson,
  copyJsonPath,
  saveJson,
  explainResult,
  watchFolder,
  unwatchFolder,
  showWatched,
  chooseNotifications,
  copyId,
  copyAsMarkdown,
  copyAsMarkdownWithData,
  openMedia,
  openInWebConsole,
  copyAsCurl,
  copyAsHttp,
  showLog,
  link: openLink,
};
