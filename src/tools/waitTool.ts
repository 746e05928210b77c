import * as l10n from "@vscode/l10n";
import { counted } from "../base/language";
import { MAX_SENTENCE } from "../base/limits";
import type { Scrubber } from "../base/log/scrubber";
import { member } from "../base/readJson";
import { UserError } from "../commands/command";
import type { WaitEnd } from "../folders/awaitedFolders";
import { quoteServerText } from "../oz/http/quoteServerText";
import { shortId } from "../oz/model/id";
import { failureSentence } from "../views/text/failureText";
import { folderFacts } from "./folderFacts";
import type { Facts, Tool } from "./tool";
import { connectionOf, factsContext, readAnew } from "./toolContext";
import { idIn } from "./toolInput";

/** Seconds to wait. The manifest says the same to models. */
export const WAIT_SECONDS = { default: 60, most: 300 } as const;

/** Waits until a folder has ended: the poller asks for it meanwhile, as for an open one. */
export const waitTool: Tool = (services, input) => {
  const id = idIn(input);
  const seconds = secondsIn(input);
  const connection = connectionOf(services);
  return {
    title: l10n.t("Wait for {0} in {1}?", shortId(id), connection),
    sends: counted(
      l10n.t(
        "Oz Inspector asks {2} for {1} until it has ended, for at most {0} second.|Oz Inspector asks {2} for {1} until it has ended, for at most {0} seconds.",
      ),
      seconds,
      id,
      connection,
    ),
    progress: l10n.t("Waiting for {0} in {1}", shortId(id), connection),
    run: async (cancel) => {
      const { awaited, store } = services.folders;
      const read = await readAnew(services, id, cancel);
      const end = await awaited.until(read.id, seconds * 1000, cancel);
      const folder = (end === "left" ? undefined : store.current.get(read.id)) ?? read;
      const context = factsContext(services);
      return { connection, ...endFacts(end, seconds, context.scrubber), ...folderFacts(folder, context) };
    },
  };
};

/** @throws UserError if the time is given, but not within the limits */
function secondsIn(input: unknown): number {
  const seconds = member(input, "timeoutSeconds") ?? WAIT_SECONDS.default;
  if (typeof seconds === "number" && seconds >= 1 && seconds <= WAIT_SECONDS.most) return Math.ceil(seconds);
  throw new UserError(l10n.t("Give a number from 1 to {0} as “timeoutSeconds”.", WAIT_SECONDS.most));
}

/** @returns why the wait is over: a word for models, and a sentence unless the folder has ended */
function endFacts(end: WaitEnd, seconds: number, scrubber: Scrubber): Facts {
  switch (end) {
    case "ended":
      return { wait: "ended" };
    case "gone":
      return {
        wait: "gone",
        remark: l10n.t("The server no longer has the folder. This is what it said last."),
      };
    case "left":
      return {
        wait: "connection_left",
        remark: l10n.t(
          "Signed out or switched to another connection meanwhile. This is what was read before.",
        ),
      };
    case "timeUp":
      return {
        wait: "time_up",
        remark: counted(
          l10n.t(
            "Not ended within {0} second. Wait again to go on.|Not ended within {0} seconds. Wait again to go on.",
          ),
          seconds,
        ),
      };
    default:
      return {
        wait: "cannot_be_read",
        reason_of_failure: end.error.reason,
        remark: quoteServerText(failureSentence(end), MAX_SENTENCE, scrubber),
      };
  }
}
