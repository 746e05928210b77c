import { setMaxListeners } from "node:events";
import * as l10n from "@vscode/l10n";
import { MAX_HOVER_READS, MAX_REQUESTS, MAX_SINGLE_READS } from "../../base/limits";
import { Slots } from "../../base/slots";
import { OzError } from "../../oz/http/ozError";

/** The requests to one server, until the connection changes. */
interface Generation {
  readonly signal: AbortSignal;
  readonly cancel: () => void;
  readonly requests: Slots;
  readonly singleReads: Readonly<Record<"user" | "background", Slots>>;
  readonly hoverReads: Slots;
}

/** Begins a generation, with all places free. */
export function newGeneration(): Generation {
  const abort = new AbortController();
  const { signal } = abort;
  // Each request listens in two places. Node takes more than ten listeners for a leak unless told otherwise.
  setMaxListeners(2 * MAX_REQUESTS, signal);
  return {
    signal,
    cancel: () =>
      abort.abort(new OzError("cancelled", l10n.t("The connection was changed."), { origin: "" })),
    requests: new Slots(MAX_REQUESTS),
    singleReads: { user: new Slots(MAX_SINGLE_READS), background: new Slots(MAX_SINGLE_READS) },
    hoverReads: new Slots(MAX_HOVER_READS),
  };
}
