/** The shared resolver: what every status means and how it is shown. Whatever shows a status asks here. */
export { analysisTypeLabel } from "./analysisType";
export { present, type Presentation, type Severity } from "./presentation";
export type { AnalysisResolution, FolderResolution, GroupResolution } from "./resolution";
export { hasEnded, resolveFolder, shownStatus } from "./resolveFolder";
export type { Score } from "./score";
export { STATUS_WORDS, type Status } from "./words";
