/** The shared resolver: what every status means and how it is shown. Whatever shows a status asks here. */
export { analysisTypeLabel } from "./analysisType";
export { FINDING_CODES, type Finding, type FindingCode, type FindingSeverity } from "./finding";
export { overdue } from "./overdue";
export { present, type Presentation, type Severity } from "./presentation";
export { toPublic, type PublicAnalysis, type PublicGroup, type PublicResolution } from "./publicResolution";
export type { AnalysisResolution, FolderResolution, GroupResolution } from "./resolution";
export { resolveFolder, type ResolveOptions } from "./resolveFolder";
export type { Score } from "./score";
export { hasEnded, shownStatus } from "./shown";
export { compareUrgency, needsAttention } from "./urgency";
export { STATUS_WORDS, type Status } from "./words";
