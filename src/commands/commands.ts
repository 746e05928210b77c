import { addConnection } from "./connection/addConnection";
import { openSandbox } from "./connection/openSandbox";
import { removeConnection } from "./connection/removeConnection";
import { renameConnection } from "./connection/renameConnection";
import { signIn } from "./connection/signIn";
import { signOut } from "./connection/signOut";
import { switchConnection } from "./connection/switchConnection";
import { copyAsCurl } from "./copy/copyAsCurl";
import { copyAsHttp } from "./copy/copyAsHttp";
import { copyAsMarkdown } from "./copy/copyAsMarkdown";
import { copyAsMarkdownWithData } from "./copy/copyAsMarkdownWithData";
import { copyId } from "./copy/copyId";
import { copyLink } from "./copy/copyLink";
import { clearFilter } from "./filter/clearFilter";
import { filter } from "./filter/filter";
import { explainResult } from "./folder/explainResult";
import { loadMore } from "./folder/loadMore";
import { lookUpFolder } from "./folder/lookUpFolder";
import { openInWebConsole } from "./folder/openInWebConsole";
import { openLink } from "./folder/openLink";
import { openMedia } from "./folder/openMedia";
import { refresh } from "./folder/refresh";
import { refreshFolder } from "./folder/refreshFolder";
import { compareJson } from "./json/compareJson";
import { copyJsonPath } from "./json/copyJsonPath";
import { openJson } from "./json/openJson";
import { saveJson } from "./json/saveJson";
import type { Command, JobName } from "./services";
import { showLog } from "./showLog";
import { chooseNotifications } from "./watch/chooseNotifications";
import { showWatched } from "./watch/showWatched";
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
