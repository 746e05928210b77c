/** What is needed only when somebody looks closer: it loads then, in one piece. */
export { Documents } from "./documents";
export { Ids } from "./ids/ids";
export { analysisTooltip, folderTooltip } from "./tree/tooltip";
export { mediaRows } from "./media/mediaNode";
export { MediumNode } from "./media/mediumNode";
export { summary } from "./summary/summary";
export { announce } from "./watch/announce";
export { historyLines } from "./text/watchText";
