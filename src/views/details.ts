/** What is needed only when somebody looks closer: it loads then, in one piece. */
export { explanation } from "./explain/explanation";
export { analysisText, prettyJson } from "./json/rawJson";
export { analysisTooltip, folderTooltip } from "./tree/tooltip";
export { announce } from "./watch/announce";
export { historyLines } from "./text/watchText";
