/** What somebody looks at or waits for right now. */
export interface PollTargets {
  /** Whether the list is on screen. */
  readonly list: boolean;
  /** Folders that are watched or open by themselves and can still change, or are not known yet. */
  readonly running: readonly string[];
  /** Those of them that are not known yet. */
  readonly unread: readonly string[];
  /** Whether there are watched folders that only another group of analyses would change. */
  readonly resting: boolean;
  /** Whether the window has the focus. */
  readonly focused: boolean;
}
