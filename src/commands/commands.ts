import type { JobId } from "./commandIds";
import { addConnection } from "./addConnection";
import { chooseNotifications } from "./chooseNotifications";
import { clearFilter } from "./clearFilter";
import { copyId } from "./copyId";
import { copyLink } from "./copyLink";
import { copyAsMarkdown } from "./copyAsMarkdown";
import { copyAsMarkdownWithData } from "./copyAsMarkdownWithData";
import { openMedia } from "./openMedia";
import { openInWebConsole } from "./openInWebConsole";
import { copyAsCurl } from "./copyAsCurl";
import { copyAsHttp } from "./copyAsHttp";
import { compareJson } from "./compareJson";
import { copyJsonPath } from "./copyJsonPath";
import { explainResult } from "./explainResult";
import { filter } from "./filter";
import { loadMore } from "./loadMore";
import { lookUpFolder } from "./lookUpFolder";
import { openJson } from "./openJson";
import { openLink } from "./openLink";
import { openSandbox } from "./openSandbox";
import { refresh } from "./refresh";
import { refreshFolder } from "./refreshFolder";
import { removeConnection } from "./removeConnection";
import { renameConnection } from "./renameConnection";
import type { Command } from "./services";
import { saveJson } from "./saveJson";
import { showLog } from "./showLog";
import { showWatched } from "./showWatched";
import { signIn } from "./signIn";
import { signOut } from "./signOut";
import { switchConnection } from "./switchConnection";
import { unwatchFolder } from "./unwatchFolder";
import { watchFolder } from "./watchFolder";

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
