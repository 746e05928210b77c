import { concerns, REQUESTS, type Moment } from "./moment";
import {
  ageOfDocuments,
  ageOfFailure,
  ageOfList,
  ageOfWatched,
  inDialog,
  inDocuments,
  inList,
  inStatusBar,
  inWatched,
} from "./places";
import { OUTAGE, TWO_PAGES, type Stage } from "./stage";

/** The user signs out while a request stalls. */
async function signOut({ window }: Stage): Promise<void> {
  await window.run("signOut");
}

/** Chooses a filter by text and shows what matches. */
async function filter({ window }: Stage): Promise<void> {
  window.start("filter");
  await window.answer(
    (question) => question.choose("Text"),
    // In every ID.
    (question) => question.enter("-"),
    (question) => question.choose("Show Folders"),
  );
  await window.untilDone();
}

/** Sums up all folders, which are read page by page. */
async function showOverview({ window }: Stage): Promise<void> {
  window.start("showOverview");
  await window.answer(
    (question) => question.choose("All Folders of a Period…"),
    (question) => question.choose("Any time"),
  );
  await window.untilDone();
}

/** An agent looks up a folder that is not loaded. */
async function lookUpByTool(stage: Stage): Promise<void> {
  const failure = await stage.window.ask("lookUpFolder", { id: stage.oldest });
  stage.agentTold = failure === undefined ? [] : [failure];
}

/** Moments of a window that is signed in. */
export const LIST_MOMENTS: readonly Moment[] = [
  {
    id: "first-list",
    title: "First list",
    what: "The user opens the view of the folders for the first time.",
    requests: [REQUESTS.list],
    arrive: (stage) => stage.openWindow(),
    async act({ window }: Stage): Promise<void> {
      window.setListVisible(true);
      await window.pass(OUTAGE);
    },
    told: inList,
    untoldAge: ageOfList,
    cancel: signOut,
  },
  {
    id: "load-more",
    title: "Load more",
    what: "The user loads the second page.",
    folders: TWO_PAGES,
    requests: [REQUESTS.list],
    arrive: (stage) => stage.openList(),
    act: (stage) => stage.window.run("loadMore"),
    told: inDialog,
    cancel: signOut,
    retry: (stage) => stage.window.run("loadMore"),
  },
  {
    id: "poll-list",
    title: "Poll the list",
    what: "The list, a watched folder, an explanation and JSON are visible, and time passes.",
    requests: [REQUESTS.list],
    async arrive(stage: Stage): Promise<void> {
      await stage.openList();
      await stage.watch();
      await stage.openDocuments();
    },
    act: ({ window }) => window.pass(OUTAGE),
    told: inList,
    untoldAge: ageOfList,
    cancel: signOut,
  },
  {
    id: "poll-watch",
    title: "Poll a watch",
    what: "Nothing is visible but a running watched folder, and time passes.",
    requests: [REQUESTS.folder],
    async arrive(stage: Stage): Promise<void> {
      await stage.openList();
      await stage.watch();
      stage.window.setListVisible(false);
      stage.window.setWatchedVisible(true);
    },
    act: ({ window }) => window.pass(OUTAGE),
    told: (screen) => [...inStatusBar(screen), ...inWatched(screen)],
    untoldAge: ageOfWatched,
    cancel: signOut,
  },
  {
    id: "refresh-folder",
    title: "Refresh folder",
    what: "The user refreshes a folder.",
    requests: [REQUESTS.folder],
    arrive: (stage) => stage.openList(),
    act: (stage) => stage.window.run("refreshFolder", stage.running),
    told: inDialog,
    cancel: signOut,
    retry: (stage) => stage.window.run("refreshFolder", stage.running),
  },
  {
    id: "refresh",
    title: "Refresh",
    what: "The user refreshes the list.",
    requests: [REQUESTS.list],
    arrive: (stage) => stage.openList(),
    act: (stage) => stage.window.run("refresh"),
    told: (screen, stage) => [...inDialog(screen, stage), ...inList(screen)],
    untoldAge: ageOfList,
    cancel: signOut,
  },
  {
    id: "look-up",
    title: "Look up",
    what: "The user looks up a folder that is not loaded.",
    folders: TWO_PAGES,
    requests: [REQUESTS.folder],
    arrive: (stage) => stage.openList(),
    act: (stage) => stage.window.run("lookUpFolder", stage.oldest),
    told: inDialog,
    cancel: signOut,
    retry: (stage) => stage.window.run("lookUpFolder", stage.oldest),
  },
  {
    id: "open-json",
    title: "Open JSON",
    what: "The user opens the JSON of a folder.",
    requests: [REQUESTS.folder],
    arrive: (stage) => stage.openList(),
    act: (stage) => stage.window.run("openJson", stage.running),
    told: inDialog,
    cancel: signOut,
    retry: (stage) => stage.window.run("openJson", stage.running),
  },
  {
    id: "explain",
    title: "Explain",
    what: "The user opens the explanation of a folder that is not loaded.",
    folders: TWO_PAGES,
    requests: [REQUESTS.folder],
    arrive: (stage) => stage.openList(),
    act: (stage) => stage.window.run("explainResult", stage.oldest),
    told: inDialog,
    cancel: signOut,
    retry: (stage) => stage.window.run("explainResult", stage.oldest),
  },
  {
    id: "filter",
    title: "Filter",
    what: "The user filters the folders.",
    requests: [REQUESTS.list],
    arrive: (stage) => stage.openList(),
    act: filter,
    told: inDialog,
    cancel: signOut,
    retry: (stage) => stage.window.run("refresh"),
  },
  {
    id: "overview",
    title: "Overview",
    what: "The user reads all folders for the overview.",
    folders: TWO_PAGES,
    requests: [REQUESTS.list],
    arrive: (stage) => stage.openList(),
    act: showOverview,
    told: inDialog,
    cancel: signOut,
    retry: showOverview,
  },
  {
    id: "tool",
    title: "Agent's look-up",
    what: "An agent looks up a folder that is not loaded.",
    folders: TWO_PAGES,
    requests: [REQUESTS.folder],
    arrive: (stage) => stage.openList(),
    act: lookUpByTool,
    told: (_screen, { agentTold }) => agentTold,
    cancel: signOut,
    retry: lookUpByTool,
  },
  {
    id: "restored",
    title: "Restored window",
    what: "VS Code starts with a saved connection, a watch, an open explanation and an open JSON.",
    requests: [REQUESTS.list, REQUESTS.folder],
    async arrive(stage: Stage): Promise<void> {
      await stage.openList();
      await stage.watch();
      await stage.openDocuments();
      stage.window.deactivate();
    },
    async act({ window }: Stage): Promise<void> {
      window.activate();
      window.setListVisible(true);
      await window.pass(OUTAGE);
    },
    told: (screen) => [...inList(screen), ...inStatusBar(screen), ...inDocuments(screen)],
    // Folders that are read one by one are up to date though the list is not.
    untoldAge: (screen, fault) =>
      concerns(fault, REQUESTS.folder)
        ? [...ageOfList(screen), ...ageOfDocuments(screen)]
        : ageOfFailure(screen),
    cancel: signOut,
  },
];
