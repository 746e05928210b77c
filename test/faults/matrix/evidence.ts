import type { Seen } from "../../standIn/desk";
import type { Fault } from "../catalogue/fault";
import type { Moment } from "./moment";
import type { Screen } from "./screen";

/** What was seen of one case: a fault that came at a moment, and went. */
export interface Evidence {
  readonly fault: Fault;
  readonly moment: Moment;
  /** What the user must be told; undefined: nothing. */
  readonly sentence: RegExp | undefined;
  readonly before: Screen;
  readonly during: Screen;
  /** The sentences at the place of the moment. */
  readonly told: readonly string[];
  /** Those of them in boxes, which the user must close. */
  readonly boxes: readonly string[];
  /** Those at all places of the background. */
  readonly background: readonly string[];
  /** What is wrong with the age of what is shown. */
  readonly untoldAge: readonly string[];
  /** What interrupted the user without a command of theirs, until the fault had gone. */
  readonly uninvited: readonly Seen[];
  /** Everything shown to the user in messages and questions. */
  readonly said: readonly string[];
  readonly unhandled: readonly unknown[];
  /** Connections that the server accepted while the fault was on, and how long that was, in minutes. */
  readonly connections: number;
  readonly minutes: number;
  /** Bytes by which the process grew at most. */
  readonly growth: number;
  /** What was not right in time after the fault. */
  readonly notRight: readonly string[];
  /** What is wrong with the watches after it. */
  readonly watches: readonly string[];
  /** What went on after the user broke it off. */
  readonly wentOn: readonly string[];
}
