import type { Evidence } from "./evidence";
import { changesOf } from "./kept";
import { textsOf } from "./screen";

/** Something that must hold in every case. */
export interface Check {
  readonly id: string;
  /** As in "checked is that …". */
  readonly title: string;
  /** @returns what is wrong */
  readonly problems: (evidence: Evidence) => readonly string[];
}

/** Connections a minute that the busiest window may make: the list every 5 s, a watch, documents, redirects, renewals. */
const MAX_A_MINUTE = 60;

/** Bytes by which the process may grow: a few copies of the largest reply, and garbage. */
const MAX_GROWTH = 300 * 1024 * 1024;

/** What only a programmer reads. A code in brackets at the end of a sentence is for the administrator. */
const FOR_PROGRAMMERS =
  /\n\s+at |^Error\b|\b[A-Z]\w*Error\b|\bundefined\b|\bNaN\b|\[object|(?<!\()\b(?:E[A-Z]{5,}|(?:ERR|HPE|UND)_[A-Z_]+)\b|\b(?:signInNeeded|notOzApi|tooManyRequests|noSuchPath|badRequest|unknownHost|proxySignIn|secretStorage)\b/;

const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(", ") || "nothing";

/** Everything that is checked in each case. */
export const CHECKS: readonly Check[] = [
  {
    id: "told",
    title: "the user is told why where the failure is shown, and nothing if the fault does no harm",
    problems: ({ told, sentence }: Evidence): readonly string[] => {
      if (!sentence) return told.length === 0 ? [] : [`it says ${quoted(told)} instead of nothing`];
      const isTold = told.length > 0 && told.every((text) => sentence.test(text));
      return isTold ? [] : [`it says ${quoted(told)} instead of ${sentence.toString()}`];
    },
  },
  {
    id: "once",
    title: "one cause opens one box",
    problems: ({ boxes }: Evidence): readonly string[] =>
      boxes.length > 1 ? [`${boxes.length} boxes say ${quoted(boxes)}`] : [],
  },
  {
    id: "same",
    title: "no other place says something else",
    problems: ({ background, sentence }) =>
      background
        .filter((text) => !sentence?.test(text))
        .map((text) => `elsewhere it says “${text}” instead of ${sentence?.toString() ?? "nothing"}`),
  },
  {
    id: "kept",
    title: "what was on screen is still there: rows, watched folders and documents",
    problems: changesOf,
  },
  {
    id: "age",
    title: "what is not up to date says since when",
    problems: ({ untoldAge }) => untoldAge,
  },
  {
    id: "quiet",
    title: "no dialog, notification or question comes from the background",
    problems: ({ uninvited }) => uninvited.map(({ what, text }) => `an uninvited ${what}: ${text}`),
  },
  {
    id: "handled",
    title: "no rejection is unhandled",
    problems: ({ unhandled }) =>
      unhandled.map((reason) => `unhandled: ${reason instanceof Error ? reason.stack : String(reason)}`),
  },
  {
    id: "plain",
    title: "no stack trace, “undefined” or code name is shown, in documents neither",
    problems: ({ during, said }) =>
      [...textsOf(during), ...said]
        .map((text) => FOR_PROGRAMMERS.exec(text))
        .filter((found) => found !== null)
        .map(({ index, input }) => `it shows “${input.slice(Math.max(0, index - 80), index + 80)}”`),
  },
  {
    id: "calm",
    title: `at most ${MAX_A_MINUTE} connections a minute are made`,
    problems: ({ connections, minutes }: Evidence): readonly string[] => {
      const most = Math.ceil(MAX_A_MINUTE * Math.max(minutes, 0.2));
      return connections > most ? [`${connections} connections in ${minutes.toFixed(1)} minutes`] : [];
    },
  },
  {
    id: "memory",
    title: `the process grows by at most ${MAX_GROWTH / 1024 / 1024} MB`,
    problems: ({ growth }) =>
      growth > MAX_GROWTH ? [`it grew by ${Math.round(growth / 1024 / 1024)} MB`] : [],
  },
  {
    id: "stops",
    title: "what the user breaks off stops: its connection closes, and nothing more is sent for it",
    problems: ({ wentOn }) => wentOn,
  },
  {
    id: "right",
    title:
      "after the fault all is right by itself within one back-off interval (75 s; 31 s more if a request still stalls, and 75 s if the session was refused, which rests by itself), or as soon as the user tries again what had failed",
    problems: ({ notRight }) => notRight,
  },
  {
    id: "watches",
    title: "watches live on: none was told as ended or gone, and the next end is told once",
    problems: ({ watches }) => watches,
  },
];
